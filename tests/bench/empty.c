/* Nothing, linked to ncursesw, sqlite3 and uuid: what a start costs. */
int main(void)
{
	return 0;
}
