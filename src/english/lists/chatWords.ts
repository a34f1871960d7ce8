import { wordPairs } from './wordList.js';

/**
 * What people type on a phone for common words, and what they mean by it. Nothing after the colon: the word says nothing and
 * is left out. Short forms of names and offices ("NK", "FM") stand in `data/shorthand.txt`, as those depend on the corpus.
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
anyways:
arent: are not
atm: now
b4: before
bc: because
bcos: because
bcoz: because
bcs: because
bcuz: because
becasue: because
becuase: because
bro:
bruh:
btw:
btwn: between
cant: cannot
cld: could
cos: because
couldnt: could not
couldve: could have
coz: because
cud: could
cuz: because
defo:
dept: department
dey: they
didnt: did not
doesnt: does not
dont: do not
dude:
dunno: do not know
eli5: explain
esp: especially
evry: every
evryone: everyone
fr:
frm: from
ftr:
fyi:
gimme: give me
goin: going
gonna: will
gotta: got to
govt: government
guy: man
guys: people
hadnt: had not
hasnt: has not
havent: have not
hes: he is
hows: how is
hrs: hours
hte: the
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
isnt: is not
ive: i have
jk:
kinda: kind of
lemme: let me
lil: little
lmao:
lmfao:
lol:
mate:
mins: minutes
mos: months
msg: message
n: and
nbd:
ngl:
nite: night
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
prez: president
prob: probably
probs: probably
qn: question
r: are
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
srsly:
sry:
sth: something
sumthing: something
taht: that
tbf:
tbh:
teh: the
thats: that is
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
ur: your
v: versus
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
werent: were not
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
whos: who is
whr: where
whre: where
wht: what
whta: what
whys: why is
wich: which
wk: week
wks: weeks
wld: would
wont: will not
wot: what
wouldnt: would not
wtf:
wth:
wud: would
wut: what
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
