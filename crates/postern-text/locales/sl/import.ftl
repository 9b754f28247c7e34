# See the English file of the same name for what each message is for.
