# Kas nogāja greizi, dažos vārdos. See the English file for what each message is for.

problem-unreadable = Pieprasījumu nevar nolasīt
problem-no-token = Nav pilnvaras, kas to atļauj
problem-not-allowed = Nav atļauts
problem-not-found = Nav atrasts
problem-method = Ar šo metodi nav iespējams
problem-conflict = Neatbilst pašreizējam stāvoklim
problem-changed = Pa to laiku mainīts
problem-too-large = Pārāk liels
problem-rules = Noteikumi to neatļauj
problem-failed = Serverī radās kļūme
problem-other-server = Radās kļūme citā serverī
problem-not-now = Pašlaik nav iespējams

problem-precondition = Kopš nolasīšanas tas ir mainīts, un tagad nekas netika mainīts. Nolasiet vēlreiz un izlemiet vēlreiz.
problem-key-reused = Šo idempotences atslēgu jau izmantoja cits pieprasījums. Nekas netika darīts. Jaunam pieprasījumam izmantojiet jaunu atslēgu.
problem-key-in-use = Pieprasījums ar šo idempotences atslēgu tiek izpildīts, vai arī serveris tobrīd apstājās. Pirms sūtāt to ar jaunu atslēgu, pārbaudiet pašreizējo stāvokli.
problem-key-unreadable = Idempotences atslēgā ir 1 līdz { $limit } redzamas ASCII rakstzīmes. Nekas netika darīts.
problem-keys-full = Tiek glabāts tik daudz idempotences atslēgu, ka vairāk nav vietas ({ $limit }). Nekas netika darīts. Tās beidzas pēc 24 stundām; sūtiet pieprasījumu bez atslēgas.
problem-no-such-preset = Šādas sagataves nav. Izvēlieties kādu no šīm: { $known }
