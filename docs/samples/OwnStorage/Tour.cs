using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Testing;
using QuickStart;
using QuickStart.Input;
using QuickStart.Journeys;
using QuickStart.Reports;

namespace OwnStorage;

/// <summary>A store of one's own: put to the test, put to use, and what is found when it is wrong.</summary>
internal static class Tour
{
    public static async Task<bool> RunAsync(TextWriter output)
    {
        using var folder = new Folder();
        return await TestAsync(folder, output) & await UseAsync(folder, output) & await BreakAsync(folder, output);
    }

    private static async Task<bool> TestAsync(Folder folder, TextWriter output)
    {
        var report = await ContractOf(folder).RunAsync();

        await TitleAsync(output, "1. A store of SQLite, put to the test");
        foreach (var verdict in report.Verdicts.Where(verdict => !verdict.IsKept))
        {
            await output.WriteLineAsync(verdict.ToString());
        }

        await output.WriteLineAsync(Last(report));
        return report.IsKept;
    }

    private static async Task<bool> UseAsync(Folder folder, TextWriter output)
    {
        var (inputs, store) = (Inputs.Read(Options.Ordinary, new Faults())!, folder.Open());
        var told = new TextReport(await Play.RunAsync(inputs, store)).Write();
        var isSame = told == new TextReport(await Play.RunAsync(inputs, new InMemoryEventStore())).Write();

        await TitleAsync(output, "2. The quick start, played on it");
        await output.WriteLineAsync($"tells the same as in memory: {isSame}");
        var isIntact = await IntactAsync(inputs, Folder.Reopen(store), output);
        return isSame && isIntact;
    }

    // Another store over the same file: what the first one remembers does not count.
    private static async Task<bool> IntactAsync(Inputs inputs, SqliteStore store, TextWriter output)
    {
        var areIntact = true;
        foreach (var change in inputs.Changes.Changes)
        {
            var stream = new StreamId(Stage.Tenant, "change", change.Id.Value);
            List<EventRecord> records = [];
            await foreach (var record in store.ReadAsync(stream, 0, CancellationToken.None))
            {
                records.Add(record);
            }

            var verdict = HashChain.Verify(stream, records);
            areIntact &= verdict.IsIntact && records.Count > 0;
            await output.WriteLineAsync(FormattableString.Invariant($"{change.Id}: {records.Count} records in the file, chain intact: {verdict.IsIntact}"));
        }

        return areIntact;
    }

    private static async Task<bool> BreakAsync(Folder folder, TextWriter output)
    {
        var report = await StoreContract.For(() => new HastyStore(folder.Open())).RunAsync();

        await TitleAsync(output, "3. The same store with a race in it");
        foreach (var verdict in report.Broken)
        {
            await output.WriteLineAsync(verdict.ToString());
        }

        await output.WriteLineAsync(Last(report));
        return report.Broken.Any(verdict => verdict.Check.Code == "store.race.version");
    }

    public static StoreContract ContractOf(Folder folder) => StoreContract.For(folder.Open, new StoreHooks<SqliteStore>
    {
        Reopen = store => new(Folder.Reopen(store)),
        Crash = store => new(folder.AfterCrash(store)),
        Beside = store => new(store.Path),
    });

    private static string Last(StoreReport report) => report.ToString().Split('\n')[^1];

    private static Task TitleAsync(TextWriter output, string title) => output.WriteLineAsync($"\n{title}\n");
}
