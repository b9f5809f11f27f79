using System.Globalization;

namespace ChangeRelease.Domain.Soak;

/// <summary>What is to be walked.</summary>
/// <param name="Promise">The promise's number.</param>
/// <param name="Seed">The seed of what is random.</param>
/// <param name="Count">How many random cases.</param>
/// <param name="Workers">How many walk at once; it changes nothing but the time.</param>
/// <param name="Only">The one part to walk; null for all of them.</param>
internal sealed record Options(string Promise, int Seed, long Count, int Workers, int? Only)
{
    public const string Usage = """
        usage: p3 | p4 | p5 | p6 | p8 | p10 | p11 | p12 | p13 | p15 | p16 | p21 | releases | store-contract  [--seed S] [--count N] [--workers W] [--part P]

          p3   faults: at every call that a desk makes at a port, command by command, and N with several in a row; use --count 100000
          p4   rivals for places, approvals and uses: every interleaving of two or three, and N rounds of eight racers for each, in memory and on SQLite; use --count 10000
          p5   crashes: the process dies at every port call of journeys over all desks, and N are killed over SQLite; use --count 1000
          p6   deliveries: N schedules of a queue with repeats, reordering, lost answers and restarts; use --count 1000000
          p8   segregation of duties: every world of four people up to renaming, and N random larger ones
          p10  permits: N that are mutated, expired, transplanted or spent, and true ones among them
          p11  no silent bypass: N random commands over every built-in model
          p12  tampering: every bit of a chain, and N edits of histories and of files of them; use --count 100000
          p13  plans: N random problems, a quarter of them larger ones
          p15  clock changes: every zone and every change from 2000 to 2040 by the minute, and N random ones
          p16  bounded work: rules and calendars that are hard on others, each within 50 ms and 16 MB; use --workers 1
          p21  asking equals doing: N pairs
          releases  rollouts: N random commands on releases; use --count 1000000
          store-contract  the store contract (P20): every faulty store, long races on good ones, and N seeds; use --seeds 1000

          --seed S     a whole number (20261128)
          --count N    how many random cases, from 0 on (10000000)
          --seeds N    the same
          --workers W  how many walk at once, from 1 to 256 (as many as there are processors)
          --part P     only this part, as a difference names it

        It ends with 0 when nothing differs, 1 when something does, 2 when it is not understood, 130 when it is ended early.
        """;

    private const int MostWorkers = 256;
    private const long MostCases = 1_000_000_000_000;

    public static Options? Read(string[] arguments, out string problem)
    {
        if (arguments is not [var promise, ..] || !Promises.Names.Contains(promise))
        {
            problem = arguments is [] ? "Which promise?" : $"There is no '{arguments[0]}'.";
            return null;
        }

        problem = string.Empty;
        Options? read = new(promise, 20_261_128, 10_000_000, Environment.ProcessorCount, null);
        for (var at = 1; at < arguments.Length && read is not null; at += 2)
        {
            read = read.With(arguments[at], at + 1 < arguments.Length ? arguments[at + 1] : null, out problem);
        }

        return read;
    }

    private Options? With(string name, string? value, out string problem)
    {
        var read = name switch
        {
            "--seed" when Number(value, int.MinValue, int.MaxValue) is { } seed => this with { Seed = (int)seed },
            "--count" or "--seeds" when Number(value, 0, MostCases) is { } count => this with { Count = count },
            "--workers" when Number(value, 1, MostWorkers) is { } workers => this with { Workers = (int)workers },
            "--part" when Number(value, 0, int.MaxValue) is { } part => this with { Only = (int)part },
            _ => null,
        };
        problem = read is not null ? string.Empty
            : name is not ("--seed" or "--count" or "--seeds" or "--workers" or "--part") ? $"There is no '{name}'."
            : value is null ? $"{name} needs a number." : $"'{value}' is no number for {name}.";
        return read;
    }

    private static long? Number(string? text, long least, long most) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
