"""Pages in the manner of real sites, written for these tests; every official is invented."""

TWO_STORIES = """Oman Hosts Second Round on Fishing Zones

Oman's Transport Minister Salim Al Harrasi greets delegates in Muscat, Oman, March 3, 2023. Handout via REUTERS
Oman's Transport Minister Salim Al Harrasi greets delegates in Muscat, Oman, March 3, 2023. Handout via REUTERS
TT

Oman Hosts Second Round on Fishing Zones

Omani Transport Minister Salim Al Harrasi opened a second round of talks on fishing zones in Muscat on Friday, Reuters reported.

"We counted the nets twice and the fish once," Al Harrasi told the delegates, who came from four countries.

A third round is planned for the summer.



Kenya Says No Talks on Lake Before Rains End

Boats lie on the shore of Lake Turkana, Kenya, on Feb. 11, 2023. (AP Photo, File)
TT

Kenya Says No Talks on Lake Before Rains End

Kenya will not return to the talks on Lake Turkana before the long rains end, Water Minister Grace Lokiru said on Friday.

"The lake will still be there in June," Lokiru wrote on her Telegram channel.
"""

PORTAL = """Left Menu

Minister meets envoy in Tashkent

Uzbek Trade Minister Aziz Norboev met the Finnish envoy on Sunday, opening a week of talks on cotton.

PTI | Tashkent | Updated: 17-04-2023 00:36 IST | Created: 17-04-2023 00:36 IST
Minister meets envoy in Tashkent

Uzbek Trade Minister Aziz Norboev met the Finnish envoy on Sunday, opening a week of talks on cotton and timber.

Background:

The two countries signed a first agreement on timber in 2019, and a second is to follow before the end of the year.

-Advertisement-

Also Read: Cotton prices fall for a third week

"We have much cotton and no saunas," Norboev said at the opening of the meeting in the Uzbek capital.

(This story has not been edited by Devdiscourse staff and is auto-generated from a syndicated feed.)

TRENDING

1
Roundup: A cat elected mayor of a village in Alaska for the second time

Ministers of nine countries have gathered in a hotel to speak about the price of salt, a source said on Monday.

Latest News

Click here to follow us on WhatsApp

© Copyright 2023
"""

APPEAL = """Former Finance Minister Ilmari Koskela met Estonia's premier on Tuesday in an unannounced visit to Tallinn.
“The talks were quite useful,” Koskela, who now heads a bank, said in a video posted on his Telegram channel.
His office told local media that he had carried a letter from the president during the one-day visit.
A Message from The Northern Gazette:
Dear readers,
We are facing a hard winter. The price of paper has doubled and our work is at risk because of it.
These costs are a threat to independent journalism in our region. We see things differently: we strive to print.
Your support, no matter how small, makes a difference. Please support us monthly.
Remind me later.
"""

NOISY = """Home
World
Business
Skip to content
Search
Peru and Chile reopen border post after landslide

By Lucia Ferrandiz-Mora
Published: 5 May 2021 10:15 GMT
2 min read
Share
Facebook
Twitter
Trucks wait at the border post near Arica. Photo: Municipality of Arica
Peru and Chile reopened their northern border post on Wednesday after a landslide that had closed it for eleven days.
Story continues below
The two foreign ministries said in a joint statement that trucks would pass by day and cars by night.
What the ministers said
“The road is dry and so are our throats,” Chilean Transport Minister Pablo Errázuriz Vial told reporters at the post.
Read also: Landslide closes road to La Paz
His Peruvian colleague, Rosa Quispe Huamán, thanked the engineers and promised a second lane before the winter.
With inputs from EFE
12 Comments
@andes_driver: I waited nine days there and nobody from the ministry brought us any water, and this should be said.
Most read
Llama wins beauty contest in Puno
The mayor of Puno has opened a new market hall for the sellers of potatoes and quinoa near the lake.
Subscribe to our newsletter and get the latest headlines in your inbox every morning.
We use cookies to improve your experience. Privacy policy
"""

WRAPPED = """Readout of the Call Between Ministers Adeyemi and Laurent

Foreign Minister Tunde Adeyemi of Nigeria spoke by telephone with the
French minister, Odile Laurent, on Tuesday and thanked her for the help
given to the fishermen of the Niger delta after the storms of the autumn.

The two ministers agreed that their experts will meet in Abuja before
the end of the month, and that a list of the damaged boats will then be
handed over.
"""

BOX = """Baltic states agree on ferry line

By Jonas Petrauskas
March 3, 2022

Lithuanian Transport Minister Rasa Vaitkute and her Latvian colleague Andris Kalnozols agreed on Thursday on a ferry line.

The line will join Klaipeda and Liepaja from the autumn, Vaitkute said after the meeting with Kalnozols in Klaipeda.

Related stories
• Ten lighthouses worth a visit
• Why the Baltic is warm this year
• Herring quota cut again

Vaitkute said that two ships had been found, one of them in Norway, and that Kalnozols would pay for the second.

“It is an old ship, but it floats,” Kalnozols told reporters in Klaipeda, and promised a new one by 2025.
"""

LIVE = """Live: ministers gather in Geneva

10:02 GMT
Doors open

The ministers of water of seven countries have begun to arrive at the palace in Geneva for the talks on the river.
10:32 GMT
First words

“We are early, which has never happened,” Swiss host Beat Zurbriggen said at the door to the journalists who waited.
11:15 GMT
A pause

The session was stopped for a quarter of an hour because the interpreters had not been given any chairs to sit on.
12:40 GMT
Lunch

The delegations have gone to lunch separately, a diplomat said, because they could not agree on one restaurant.
"""

WALL = """Sign in
Subscribe
To continue reading, log in to your account
Already a subscriber? Log in
Get unlimited access for just $1 a month
Privacy policy
"""

MENUS = """Home
World
Politics
Ministers to meet in spring
Ten things to know about salt
Opinion
Contact us
"""

GERMAN = """Außenministerin trifft Amtskollegen in Wien

Die Außenministerin hat am Montag ihren Amtskollegen in Wien getroffen und mit ihm über den Bau einer Brücke gesprochen.

Beide Seiten erklärten nach dem Treffen, dass die Arbeiten im Frühjahr beginnen sollen und zwei Jahre dauern werden.
"""
