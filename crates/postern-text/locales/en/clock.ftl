# The system's clock: it jumped, and what to do

cli-health-clock-jumped = Postern { $version } answers, and the system's clock has jumped
cli-clock-jumped-ahead = The system's clock jumped ahead by { $length }. Locks and restrictions go on ending after the time that really passes. Set the clock right. If it is right now, restart Postern.
cli-clock-jumped-back = The system's clock jumped back by { $length }. Locks and restrictions go on ending after the time that really passes. Set the clock right. If it is right now, restart Postern.
