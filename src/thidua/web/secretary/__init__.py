"""The year of a cluster: its seasons, the page of one, its calendar, and every act that moves it on."""
