"""Writes Go programs at random: well-typed ones, whose runs are compared, and wrong ones, whose diagnostics are.

    choices -> types -> expressions -> statements -> program      what is written, one room for each part of the language
    printing                                                      what every program is given to print with
    batch -> compare -> __main__                                  many programs in one build, run by real Go and by us
    mutations                                                     right programs made wrong, judged by gc and by us
"""
