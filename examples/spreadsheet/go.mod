module example.org/spreadsheet

go 1.27
