"""The rooms of the user interface, one file each; a room shows the view it is given and says what is asked for."""
