"""References over one race state: whom a mention stands for."""
