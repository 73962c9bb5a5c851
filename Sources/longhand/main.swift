import LonghandCommandLine

Program.main()
