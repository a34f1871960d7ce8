/**
 * Common given names in English-language news, to tell "he" from "she" when an article has no "Mr." or "her" to go by.
 * Names in use for both are left out: a wrong guess is worse than none.
 */
const MALE =
  'aaron adam adrian ahmed al alan albert alejandro alessandro alex alexander alexei alexey ali amir anders andre andrei andrew andy ' +
  'angus anthony antonio antonin arnold arthur bashar barack barry ben benjamin bernard bernie bill billy blaine bob bobby boris brad ' +
  'bradley brandon brendan brent brett brian bruce bryan carl carlos charles charlie chris christian christopher chuck clark ' +
  'clarence cliff clinton colin conor corey craig curtis cyril cyrus dan daniel danny darren dave david dean dennis denis derek dick ' +
  'diego dmitri dmitry dominic don donald doug douglas duncan dwayne dwight ed eddie edgar edward edwin eli elijah elon emmanuel ' +
  'enrique eric erik ernest ethan eugene evan felix fernando florian francisco françois frank franklin fred frederick gary gavin geoff ' +
  'geoffrey george gerald gerard gilles giovanni giuseppe glen glenn gordon graham greg gregory gus guy hank hans harold harry harvey ' +
  'hassan hector henry herbert howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jacques jagmeet jaime jake james jared ' +
  'jason javier jay jean-claude jean-pierre jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joe joel joey johan johann john ' +
  'johnny jon jonathan jorge jose josé joseph josh joshua juan julian justin karl keith ken kenneth kenny kevin khaled klaus kurt kyle ' +
  'lance larry lars laurence lawrence leo leon leonard lloyd lorne louis lucas ludovic luis luke malcolm manuel marc marco marcus mario ' +
  'mark martin marty marvin mateusz mathieu matt matteo matthew maurice max maxime mehmet michael michel mick miguel mikael mike ' +
  'mikhail mitch mohamed mohammad mohammed moses muhammad murray narendra nathan neil nelson nicholas nick nicolas nigel noah norman ' +
  'olaf oleg oliver omar oscar osama otto owen pablo patrick paul pavel pedro pete peter phil philip philippe phillip pierre rafael ' +
  'ralph ramon raul ray raymond recep ricardo richard rick ricky rob robert roberto rod rodney roger roland ron ronald ross roy ' +
  'ruben rudy rupert russell ryan sam samuel saul scott sean sebastian serge sergei sergey seth shane shaun shawn sidney silvio simon ' +
  'stanley stephane stephen steve steven stewart stuart ted terrence theodore thomas tim timothy tobias todd tom tommy tony travis ' +
  'trevor troy tyler vernon victor vincent viktor vladimir vlad volodymyr vyacheslav wade wallace walter warren wayne will william ' +
  'winston wolfgang xavier yuri yusuf zachary randy jagmeet doug cory greg neal kirk clint derrick dirk earl ' +
  'floyd garth gerry herman irwin jamal javad jesus leroy lonnie marshall milton olivier perry quentin randall reginald rex ' +
  'rory salman stefan sylvain terence tristan ulrich vic virgil ward yves emil edmund desmond dylan cody carter ' +
  'bart barney austin arturo armand alain alistair alastair abdul abdullah aziz benoit benoît bernd';
const FEMALE =
  'abigail adele agnes aimee aisha alexandra alexandria alice alicia alina allison alyssa amal amanda amber amelia amina amy ana ' +
  'anastasia andrea angela angelina angie anita ann anna anne annette annie antonia april ariana audrey barbara beatrice belinda bernadette ' +
  'beth bethany betty beverly bianca bonnie brenda bridget brittany camila camille candace carla carmen carol caroline carolyn carrie ' +
  'catherine cathy cecilia celine charlene charlotte chelsea cheryl chloe christia christina christine chrystia cindy claire clara claudia ' +
  'colleen connie courtney crystal cynthia daisy danielle daniela dawn deanna debbie deborah debra deirdre denise diana diane dolores ' +
  'donna doris dorothy edith eileen elaine eleanor eleanore elena elise elisabeth elizabeth ella ellen eleni emilia emily emma erica erika ' +
  'erin esther ethel eva eve evelyn farah fatima fiona florence frances francesca gabriela gabrielle gail gemma georgia geraldine gina ' +
  'ginny giorgia gisele gladys gloria grace greta gretchen gwen hannah harriet heather heidi helen helena hillary hilary holly hope ida ' +
  'ilhan ingrid irene iris irina isabel isabella isabelle ivanka jackie jacqueline jane janet janice janine jasmine jean jeanne jen ' +
  'jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia julie june kaitlyn ' +
  'kamala karen karin kate katherine kathleen kathryn kathy katie katrina kayla kirsten kristen kristin kristina krista ' +
  'lara laura lauren laurie leah leila lena leticia lillian lily linda lindsay lisa liz liza lois lola loretta lori lorraine ' +
  'louise lucia lucy lydia lynn mabel madeleine madeline madison maggie malala manon margaret margarita maria mariam marian marianne marie ' +
  'marilyn marina marion marissa marjorie marlene marsha martha mary maryam maureen maxine megan meghan melania melanie melinda melissa ' +
  'mercedes michele michelle mila mildred miranda miriam mitsuko molly mona monica monique nadia nadine nancy naomi natalia natalie ' +
  'natasha nicole nina nora norma olga olive olivia ophelia pamela patricia patty paula pauline peggy penelope penny phyllis ' +
  'priscilla priyanka rachel rachelle ramona rebecca regina renee rhonda rita roberta robyn rosa rosalind rose rosemary roxanne ruth sabrina ' +
  'sadie sally samantha sandra sara sarah savannah shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sonja sophia ' +
  'sophie stacey stacy stella stephanie sue susan susanna susanne suzanne sylvia sylvie tamara tammy tania tanya tara tasha teresa theresa ' +
  'therese tiffany tina tracy ursula valerie vanessa vera veronica vicky victoria viola virginia vivian wanda wendy whitney yolanda ' +
  'yvette yvonne zoe alexandria soraya rosanna marta magdalena lea jana ines hana emmanuelle elodie catarina brigitte beverley';

export type Gender = 'male' | 'female';

const male = new Set(MALE.split(' '));
const female = new Set(FEMALE.split(' '));

/** The gender that a given name tells, null when it tells none. */
export function genderOf(givenName: string): Gender | null {
  const name = givenName.toLowerCase();
  if (male.has(name)) return 'male';
  return female.has(name) ? 'female' : null;
}
