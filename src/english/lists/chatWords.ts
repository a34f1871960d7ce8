import { wordPairs } from './wordList.js';

/**
 * What people type on a phone for common words, and what they mean by it. Nothing after the colon: the word says nothing and
 * is left out. Short forms of names and offices ("NK", "FM") stand in `shortForms.ts`, as those depend on the corpus.
 */
export const CHAT_WORDS: ReadonlyMap<string, string> = wordPairs(`
2day: today
2moro: tomorrow
2nite: tonight
abot: about
abt: about
abuot: about
acc: according
adn: and
aint: is not
alot: a lot
amirite:
any1: anyone
anyway:
anyways:
approx: about
arent: are not
arnt: are not
atm: now
b4: before
bc: because
bcos: because
bcoz: because
bcs: because
bcuz: because
becasue: because
becuase: because
bf: boyfriend
bro:
bruh:
btw:
btwn: between
cant: cannot
celeb: celebrity
celebs: celebrities
cld: could
cn: can
cos: because
couldnt: could not
couldve: could have
coz: because
cud: could
cuz: because
dat: that
deffo:
definately: definitely
defo:
dept: department
dey: they
didnt: did not
dint: did not
dis: this
dnt: do not
doesnt: does not
doggo: dog
doggos: dogs
dont: do not
dude:
dunno: do not know
eli5: explain
em: them
esp: especially
every1: everyone
evry: every
evrybody: everybody
evryone: everyone
evrything: everything
fr:
frm: from
ftr:
fyi:
gf: girlfriend
gimme: give me
goin: going
gonna: will
gotta: got to
govenor: governor
govenors: governors
goverment: government
govt: government
guy: man
guys: people
hadnt: had not
hapend: happened
hapened: happened
hapenned: happened
happend: happened
happned: happened
hasnt: has not
hav: have
havent: have not
havnt: have not
hella:
hes: he is
hows: how is
hrs: hours
hte: the
hubby: husband
hv: have
hw: how
hwat: what
hwo: how
idc:
idk:
iirc:
ikr:
im: i am
imo:
info: information
innit:
isint: is not
isnt: is not
ive: i have
iz: is
jk:
jst: just
jus: just
kinda: kind of
lemme: let me
lil: little
lmao:
lmfao:
lol:
lowkey:
mate:
mins: minutes
mos: months
msg: message
n: and
nbd:
ngl:
nite: night
no1: no one
nvm:
ofc:
omg:
outta: out of
pic: picture
pics: pictures
pls:
plz:
ppl: people
ppls: people
prelim: preliminary
presedent: president
presidant: president
pressie: present
prez: president
prob: probably
probs: probably
qn: question
r: are
recieve: receive
recieved: received
rlly:
rly:
rn: now
rofl:
shes: she is
shld: should
shouldnt: should not
shud: should
smh:
smth: something
smthg: something
smthn: something
sorta: sort of
soz: sorry
srsly:
sry:
sth: something
sum1: someone
sumarise: summarise
sumarize: summarize
sumary: summary
summery: summary
sumthing: something
taht: that
tbf:
tbh:
teh: the
tha: the
thats: that is
thay: they
theres: there is
theyre: they are
theyve: they have
thier: their
tho:
thru: through
thx: thanks
til: until
tmrw: tomorrow
tonite: tonight
u: you
untill: until
ur: your
v: versus
vax: vaccine
vaxed: vaccinated
vaxxed: vaccinated
vs: versus
w: with
waas: was
waht: what
wanna: want to
wasnt: was not
wat: what
wats: what is
wehn: when
wen: when
wer: were
werent: were not
whaddya: what do you
whatcha: what are you
whatd: what did
whats: what is
whcih: which
whens: when is
wher: where
wherd: where did
whered: where did
wheres: where is
whihc: which
whn: when
whod: who did
whos: who is
whr: where
whre: where
wht: what
whta: what
whyd: why did
whys: why is
wich: which
wid: with
wk: week
wknd: weekend
wks: weeks
wld: would
wont: will not
wot: what
wouldnt: would not
wtf:
wth:
wud: would
wut: what
wuz: was
wz: was
xplain: explain
y: why
ya: you
yall: you
yday: yesterday
yo:
youre: you are
yr: year
yrs: years
`);
