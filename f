# Who took part: Rep Life, 2026-H2

Sat 1 Aug to Sun 31 Jan 2027; as of Tue 24 Nov 03:00

24 of 24 marketers sat in, 18 of them the 2 times that are the goal; 10 of 10 reps hosted.

165 seats in 116 sessions: 75 taken, 45 visits, 2 missed, 6 cancelled. Of the visits 37 are written up, 7 are not, 1 are excused.

## Marketing, by team

| Team | People | Sat in | Visits | Written up |
|---|--:|--:|--:|--:|
| Brand | 3 | 3 | 6 | 5 |
| Content | 4 | 4 | 8 | 8 |
| Demand Gen | 5 | 5 | 8 | 5 |
| Events | 4 | 4 | 7 | 7 |
| Ops | 3 | 3 | 6 | 5 |
| Product Marketing | 5 | 5 | 10 | 7 |

## Sales, by team

| Team | Reps | Hosted | Sessions | Written up |
|---|--:|--:|--:|--:|
| East | 4 | 4 | 13 | 11 |
| North | 3 | 3 | 15 | 13 |
| West | 3 | 3 | 11 | 10 |

## Marketers

| Name | Team | Booked | Sat in | Missed | Written | Missing |
|---|---|--:|--:|--:|--:|--:|
| Ada Lindgren | Brand | 2 | 1 | 0 | 1 | 0 |
| Ben Osei | Events | 5 | 3 | 0 | 3 | 0 |
| Birgit Jørgensen | Product Marketing | 3 | 2 | 0 | 1 | 1 |
| Carla Ricci | Events | 2 | 1 | 0 | 1 | 0 |
| Claire Dubois | Demand Gen | 3 | 1 | 1 | 0 | 0 |
| Emily Carter | Content | 5 | 2 | 0 | 2 | 0 |
| Grace Murphy | Ops | 3 | 2 | 0 | 2 | 0 |
| Hannah Weiss | Demand Gen | 3 | 2 | 0 | 1 | 1 |
| João Pinto | Events | 3 | 2 | 0 | 2 | 0 |
| Kwame Boateng | Demand Gen | 4 | 2 | 0 | 1 | 1 |
| Leila Haddad | Product Marketing | 4 | 3 | 0 | 2 | 1 |
| Mateo Fernández | Product Marketing | 3 | 2 | 0 | 2 | 0 |
| Mei Tanaka | Events | 2 | 1 | 0 | 1 | 0 |
| Ngọc Trần | Product Marketing | 3 | 2 | 0 | 1 | 1 |
| Nora Feld | Content | 3 | 2 | 0 | 2 | 0 |
| Pavel Dvořák | Ops | 3 | 2 | 0 | 1 | 1 |
| Raj Patel | Demand Gen | 5 | 2 | 1 | 2 | 0 |
| Simon Ashworth | Product Marketing | 2 | 1 | 0 | 1 | 0 |
| Stanisław Zieliński | Content | 3 | 2 | 0 | 2 | 0 |
| Sunita Rao | Brand | 2 | 2 | 0 | 2 | 0 |
| Tobias Keller | Ops | 3 | 2 | 0 | 2 | 0 |
| Victor Moreau | Brand | 4 | 3 | 0 | 2 | 1 |
| Yusuf Demir | Content | 3 | 2 | 0 | 2 | 0 |
| Zoë Marchand | Demand Gen | 2 | 1 | 0 | 1 | 0 |

## Reps

| Name | Team | Sessions | Seats | Taken | Held |
|---|---|--:|--:|--:|--:|
| Aoife Kelly | West | 13 | 19 | 9 | 3 |
| Dana Whitfield | East | 3 | 3 | 1 | 1 |
| Greta Lindqvist | North | 12 | 14 | 7 | 5 |
| Inês Carvalho | North | 13 | 16 | 8 | 4 |
| José Rivera | East | 12 | 22 | 8 | 4 |
| Marcus Bell | East | 12 | 16 | 6 | 3 |
| Owen Davies | West | 13 | 19 | 9 | 3 |
| Priya Raman | West | 13 | 26 | 9 | 5 |
| Tanya Okafor | East | 12 | 12 | 7 | 5 |
| Łukasz Nowak | North | 13 | 18 | 11 | 6 |
