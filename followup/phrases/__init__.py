"""Every sentence the program can say, in Swedish and English."""
