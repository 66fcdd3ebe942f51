"""First names that are frequent in Germany and among people who have arrived there.

Typed in letters of Latin, Cyrillic and Arabic script. Words that mean something else in one of the
languages here are left out: patterns should point at people, not at every second sentence.
"""

from __future__ import annotations

NAMES = """
Aaliyah Abbas Abdul Abdulla Abdullah Abdulrahman Adam Ahmad Ahmed Aisha Aleksander Aleksandra
Alexander Alexandra Alexei Ali Alicja Alina Aliyu Amal Amina Amir Amira Ana Anastasia Andreas
Andrei Andreea Andrij Angelika Anna Annette Anton Arash Artem Asma Ayşe Aziz Barbara Bashar
Beata Bernd Birgit Bogdan Brigitte Chadidscha Christian Christina Christine Claudia Cristian
Cristina Daniel Daniela Dariusz Daria Dieter Dilnaz Dmitri Dmytro Ecaterina Ekaterina Elena
Elif Elisabeth Emine Emir Erika Ewa Fadi Farid Farida Fatima Fatma Felix Florin Frank Gabriela
Gabriele Georg Georgiana Gerhard Ghassan Grzegorz Günter Halina Halyna Hamid Hamza Hanna Hans
Hasan Hassan Hatice Heike Heinz Helga Helmut Hussein Hüseyin Ibrahim Igor Ilona Ilham Imran
Ingrid Ioana Ion Irina Iryna Ismail Iwona Jacek Jamal Jan Jana Jasmin Jawad Joanna Johannes
Julia Jürgen Kamal Karin Karl Karolina Katarzyna Kateryna Katja Khaled Khalid Klaus Krzysztof
Ksenia Laila Larisa Larysa Leila Lena Leyla Lukas Lyudmyla Magdalena Mahdi Mahmoud Mahmud
Małgorzata Manfred Marcin Marek Margarete Maria Mariam Mariana Marina Marius Markus Martin
Martina Maryam Matthias Maxim Mehdi Mehmet Michael Mihai Mohamad Mohamed Mohammad Mohammed
Monika Mostafa Muhammad Muhammed Mustafa Nadia Nadja Natalia Nataliya Natalja Nicoleta Nikolai
Nour Oksana Olena Oleh Oleksandr Olga Olha Omar Ömer Osman Parwin Pavel Pavlo Petra Piotr Rami
Rania Renate Reza Roman Rüdiger Ruslan Sabine Sahar Said Salim Salma Samir Samira Sandra Sara
Sebastian Serhij Shirin Silke Simone Sofia Stefan Stefanie Susanne Svetlana Svitlana Tamara
Tatjana Tetiana Thomas Tomasz Ursula Uwe Vasile Viktor Viktoria Vladimir Volodymyr Werner
Wiktoria Wolfgang Yana Yasmin Youssef Yulia Yuliia Yusuf Zainab Zahra Zeynep Zofia
Александр Алексей Анастасия Андрей Андрій Анна Виктор Виктория Владимир Галина Дарья Дмитрий
Дмитро Екатерина Елена Игорь Ирина Ірина Катерина Ксения Лариса Марина Мария Марія Михаил
Михайло Наталия Наталья Наталія Николай Оксана Олег Олександр Олена Ольга Павел Павло Руслан
Светлана Світлана Сергей Сергій Татьяна Тетяна Юлия Юлія Яна
أحمد محمد محمود مصطفى عبدالله إبراهيم خالد عمر حسين يوسف فاطمة عائشة مريم زينب خديجة ليلى سارة
فاطمه مریم زهرا حسین رضا مهدی احمد زینب شیرین پروین
"""
FIRST_NAMES = frozenset(NAMES.split())
