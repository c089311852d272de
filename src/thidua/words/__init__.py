"""Every sentence for people, in Vietnamese and in English; the writing of numbers, dates and lists."""
