-- With how many messages of the mail queue it was done; null at every other point, and where it failed.
ALTER TABLE receipt ADD COLUMN messages INTEGER;
