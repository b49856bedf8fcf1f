"""What must live where: whose people belong to which country, and the placement of each."""
