export interface NameList {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
}

export interface NamesOfCulture extends NameList {
  /** The same names in the script of their language: some people are registered in it. */
  readonly ownScript: NameList | null;
}

const names = (female: string, male: string, family: string): NameList => ({
  female: female.split(', '),
  male: male.split(', '),
  family: family.split(', '),
});

const list = (
  female: string,
  male: string,
  family: string,
  ownScript: NameList | null = null,
): NamesOfCulture => ({ ...names(female, male, family), ownScript });

/** Given and family names that are common where they come from; joined by chance, so no person is meant. */
export const nameLists = {
  american: list(
    'Jessica, Ashley, Megan, Denise, Brianna, Kayla, Tanya, Lori, Heather, Monique, Danielle, Paige, Cheryl, Tiffany, Amber, Latoya, Brooke, Shannon',
    'Tyler, Brandon, Kevin, Derrick, Scott, Marcus, Justin, Todd, Jamal, Craig, Darnell, Wesley, Dustin, Terrence, Keith, Garrett, Curtis, Shane',
    'Caldwell, Brewer, Hutchins, Merritt, Poole, Sizemore, Vance, Whitfield, Gaines, Bledsoe, Tate, Rollins, Maddox, Pruitt, Hensley, Dorsey, Ledford, Stroud, Gentry, Beasley, Crane, Holt, Winslow, Abbott, Dunlap, Farris, Kirby, Lovell, Mayfield, Norwood, Pickett, Ramsey, Shelton, Trask, Upchurch, Varner, Weems, Yates, Blevins, Colvin, Eubanks, Hobbs',
  ),
  hispanic: list(
    'María, Guadalupe, Rosa, Marisol, Yesenia, Xiomara, Lucía, Daniela, Paola, Alma, Graciela, Noemí, Verónica, Ximena',
    'José, Luis, Miguel, Rafael, Héctor, Óscar, Ramón, Joaquín, Emilio, Adrián, Gilberto, Saúl, Tomás, Nelson',
    'Rivera, Santos, Peña, Muñoz, Ibarra, Cárdenas, Villarreal, Zúñiga, Quiñones, Espinoza, Ochoa, Montalvo, Trujillo, Archuleta, De la Cruz, Salazar, Ponce, Vélez, Arriaga, Benavides, Cordero, Escamilla, Fuentes, Gallardo, Lozano, Maldonado, Orozco, Palacios, Quintero, Sandoval',
  ),
  italian: list(
    'Gina, Francesca, Carmela, Teresa, Donatella, Rosanna, Mia',
    'Anthony, Vincent, Dominic, Sal, Marco, Nico, Carmine',
    "Bellantoni, D'Amato, Ferraro, Lo Presti, Scalise, Giordano, Marchetti, Di Stefano",
  ),
  jewish: list(
    'Miriam, Shira, Rachel, Dina, Tova, Naomi, Leah',
    'Ezra, Noah, Avi, Simon, Jonah, Reuben, Eli',
    'Adler, Feingold, Rosenthal, Mizrahi, Perlman, Shapiro-Katz, Wexler, Zadok',
  ),
  chinese: list(
    'Mei, Xiaoyan, Jing, Lihua, Yun, Hui Min, Ying',
    'Jun, Haoran, Zhiming, Bo, Kai, Lei, Yichen',
    'Zhao, Huang, Lin, Xu, Guo, Fung, Cheung, Tsai',
    names('晓琳, 丽华', '志强, 浩然', '周, 吴, 郭'),
  ),
  nigerian: list(
    'Folake, Adaeze, Yetunde, Ngozi, Simisola, Halima, Ebele',
    'Tunde, Emeka, Segun, Obinna, Musa, Kelechi, Babajide',
    'Adeyemi, Okonkwo, Balogun, Nwachukwu, Eze, Oyewole, Abubakar, Akintola',
  ),
  haitian: list(
    'Marie-Ange, Nadège, Fabiola, Guerline, Rose-Laure, Widline',
    'Jean-Robert, Wilner, Stanley, Frantz, Evens, Jocelyn',
    'Jean-Baptiste, Pierre-Louis, Toussaint, Dorval, Célestin, Saint-Fleur, Belizaire',
  ),
  indian: list(
    'Priya, Anjali, Kavita, Meera, Shreya, Lakshmi, Divya',
    'Rahul, Vikram, Arjun, Suresh, Karthik, Nikhil, Harpreet, Anil',
    'Iyer, Deshpande, Chatterjee, Venkataraman, Kulkarni, Bhatt, Sandhu, Mukherjee, Nair',
    names('नेहा, मीरा', 'राहुल, अनिल', 'शर्मा, देशपांडे'),
  ),
  ukrainian: list(
    'Oksana, Iryna, Nadiia, Larysa, Kateryna',
    'Andriy, Bohdan, Taras, Yuriy, Mykola',
    'Shevchuk, Kovalenko, Melnyk, Hrytsenko, Bondar, Lysenko',
    names('Олена, Надія', 'Сергій, Тарас', 'Ткаченко, Шевчук'),
  ),
  korean: list(
    'Ji-woo, Seo-yeon, Eun-hye, Min-ji, Hye-jin',
    'Min-jun, Sang-hoon, Jae-won, Dong-hyun, Tae-yang',
    'Kim, Park, Jeong, Yoon, Baek, Seo, Namgung',
    names('서연, 지우', '민준, 상훈', '최, 박, 윤'),
  ),
  arabic: list(
    'Layla, Rania, Huda, Noor, Samira, Yasmin',
    'Omar, Khaled, Yousef, Bilal, Sami, Tariq',
    'Al-Masri, Khoury, Haddadin, Barakat, El-Sayed, Qasim, Nasser',
    names('هدى, ليلى', 'كريم, سامي', 'الخطيب, بركات'),
  ),
  irish: list(
    'Siobhán, Aoife, Maeve, Orla, Gráinne, Niamh',
    'Cormac, Declan, Eoin, Pádraig, Ronan, Fergus',
    "O'Halloran, Mac Giolla Bhríde, Ó Súilleabháin, Kinsella, Brannigan, Fitzgibbon, Doherty",
  ),
  german: list(
    'Karin, Greta, Ilse, Annika, Heidi, Renate',
    'Dieter, Klaus, Lukas, Matthias, Jürgen, Uwe',
    'Schäfer, Krüger, Vogelsang, von der Heide, Weiß, Brückner, Lindemann',
  ),
  vietnamese: list(
    'Lan, Thuý, Hương, Ngọc Ánh, Mai, Bích',
    'Minh, Hùng, Quốc Anh, Tuấn, Đức, Long',
    'Nguyễn, Trần, Phạm, Huỳnh, Đặng, Vũ, Bùi',
  ),
  ethiopian: list(
    'Selam, Hirut, Tigist, Meron, Bethlehem',
    'Dawit, Yonas, Abel, Tesfaye, Getachew, Bereket',
    'Tadesse, Alemu, Gebremedhin, Worku, Bekele, Haile',
    names('ሰላማዊት, ሜሮን', 'ዳዊት, ዮናስ', 'ታደሰ, ኃይሌ'),
  ),
  nepali: list(
    'Sunita, Pabitra, Manju, Kabita, Sarita',
    'Bishnu, Prakash, Dipendra, Suman, Nabin',
    'Gurung, Tamang, Rai, Adhikari, Khadka, Shrestha',
  ),
  pacific: list('Leilani, Mele, Sina, Ana', 'Sione, Tavita, Manu, Keoni', 'Faleolo, Tupou, Kahananui, Vea'),
  british: list(
    'Charlotte, Gemma, Harriet, Nicola, Rhiannon, Fiona, Poppy, Bronwen, Philippa, Tracey, Jodie, Morag, Imani',
    'Callum, Oliver, Gareth, Alistair, Dean, Nigel, Rhys, Hamish, Jermaine, Toby, Ewan, Leon, Rupert',
    'Ashdown, Thistlewood, Pemberton-Hale, Griffiths, Blackwood, Sutcliffe, Campbell-Reid, Hargreaves, Nuttall, Llewellyn, Braithwaite, Farrow, Munro, Okoro-Smith, Tranter, Peel, Arkwright, Birtwistle, Cattermole, Dunmore, Entwistle, Fairclough, Gossage, Haddow, Ingram, Jessop, Kettle, Lonsdale, Mounsey, Naylor, Oakeshott, Penhaligon',
  ),
  pakistani: list(
    'Ayesha, Zainab, Sana, Mehwish, Rukhsana, Hina',
    'Imran, Bilal, Usman, Faisal, Zeeshan, Adeel',
    'Akhtar, Mahmood, Siddiqui, Chaudhry, Qureshi, Hussain, Mirza',
  ),
  polish: list(
    'Agnieszka, Małgorzata, Zofia, Justyna, Wiktoria, Beata',
    'Paweł, Łukasz, Krzysztof, Wojciech, Mateusz, Zbigniew',
    'Wiśniewska, Grzelak, Szczepański, Dąbrowska, Brzęczyszczykiewicz, Zając, Pawlak',
  ),
  ghanaian: list(
    'Akosua, Efua, Adwoa, Maame, Esi',
    'Kwame, Kofi, Yaw, Kojo, Nana Yaw',
    'Owusu, Asante, Agyeman, Darko, Ofori-Atta, Quartey',
  ),
  greek: list(
    'Eleni, Despina, Katerina, Vasiliki',
    'Nikos, Stavros, Yannis, Dimitris',
    'Papadimitriou, Economou, Karagiannis, Vlachos',
    names('Ελένη, Κατερίνα', 'Γιώργος, Νίκος', 'Αντωνίου, Βλάχος'),
  ),
  turkish: list(
    'Ayşe, Elif, Zeynep, Gülşen, Çiğdem',
    'Mehmet, Emre, Oğuz, Can, İsmail',
    'Yılmaz, Kaya, Öztürk, Demirci, Şahin, Aydoğan',
  ),
  portuguese: list(
    'Maria da Conceição, Inês, Fátima, Beatriz',
    'João Pedro, Rui, Tiago, Duarte',
    'Albuquerque de Vasconcelos e Sousa, Figueiredo, Carvalhal, Nóbrega, Antunes',
  ),
} satisfies Readonly<Record<string, NamesOfCulture>>;

export type Culture = keyof typeof nameLists;

/** People who go by one name: it stands where the family name does. */
export const singleNames = ['Suparman', 'Teuila', 'Wahyuni', 'Nila', 'Sridevi', 'Aung', 'Malaika'] as const;
