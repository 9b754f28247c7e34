# Žurnāla atskaņošana. See the English file for what each message is for.

cli-replay-stopped-sources = Avoti, kas būtu apturēti: { $count }
cli-head-refused = Noraidīti
cli-head-failures-before = Neveiksmes pirms tam
cli-head-sign-ins-before = Pierakstīšanās pirms tam
