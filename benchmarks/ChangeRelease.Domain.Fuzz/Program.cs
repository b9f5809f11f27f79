using System.Globalization;
using ChangeRelease.Domain.Fuzz;
using SharpFuzz;

const string Usage = """
    usage: TARGET afl                 one input after the other from afl-fuzz (see run.sh)
           TARGET replay FILE...      the given inputs
           TARGET mutate SEED COUNT   inputs drawn from the corpus and the seed
    targets:
    """;

if (args.Length < 2 || FuzzTargets.Find(args[0]) is not { } target)
{
    Console.Error.WriteLine($"{Usage} {string.Join(", ", FuzzTargets.All.Select(known => known.Name))}");
    return 2;
}

switch (args[1..])
{
    case ["afl"]:
        Fuzzer.Run(stream =>
        {
            using var held = new MemoryStream();
            stream.CopyTo(held);
            target.Try(held.GetBuffer().AsSpan(0, (int)held.Length));
        });
        return 0;
    case ["replay", .. var files]:
        foreach (var file in files)
        {
            Console.WriteLine($"{file}: {(target.Try(File.ReadAllBytes(file)) ? "read" : "refused")}");
        }

        return 0;
    case ["mutate", var seed, var count]:
        var mutations = new Mutations(FuzzTargets.Corpus(target), int.Parse(seed, CultureInfo.InvariantCulture));
        var (tried, read) = (int.Parse(count, CultureInfo.InvariantCulture), 0);
        for (var left = tried; left > 0; left--)
        {
            read += target.Try(mutations.Next()) ? 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: seed {seed}, {tried} inputs, {read} read and written back as the same, 0 crashes"));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
