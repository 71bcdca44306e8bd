"""What rooms are furnished with: widgets that know neither app nor desk."""
