"""Small questions that stand above a room; each ends in commands, and keeps what was typed when it is refused."""
