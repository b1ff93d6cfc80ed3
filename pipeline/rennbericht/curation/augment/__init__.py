"""Reports with other names: drivers, teams, cars, tracks and corners exchanged, gold with them."""
