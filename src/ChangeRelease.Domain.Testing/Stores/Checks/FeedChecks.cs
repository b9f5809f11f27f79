using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>Everything in one order.</summary>
internal static class FeedChecks
{
    public static StoreCheck[] All { get; } =
    [
        new(
            "store.feed.altered",
            "The feed gives every record once, those of a stream in the order of their versions, and the same again after any position.",
            "The feed is sorted by instants, or by a key that does not grow with every row; or a page is taken for the whole.",
            StoreCapability.Feed,
            AlteredAsync),
        new(
            "store.feed.late",
            "No position becomes visible below one that was already returned.",
            "The position is drawn before the commit (an identity column, a sequence), and commits overtake each other. Draw it under a lock that is held until the commit, or show nothing above the lowest transaction under way.",
            StoreCapability.Feed,
            LateAsync),
        new(
            "store.feed.lost",
            "Closed and opened again, a store gives the same feed, at the same positions, and goes on above them.",
            "Positions are counted anew when the store is opened, or are kept in memory only.",
            StoreCapability.Feed | StoreCapability.Reopening,
            LostAsync),
    ];

    private static async Task AlteredAsync(StoreTrial trial)
    {
        StreamId[] streams = [trial.Stream("CHG-2"), trial.Stream("CHG-1"), trial.Stream(tenant: "-other")];
        List<EventRecord> all = [];
        for (var round = 0; round < 3; round++)
        {
            foreach (var stream in streams)
            {
                // Later in the feed, and earlier by the clock: that of another machine.
                var batch = Enumerable.Range(1, 2).Select(place => One(stream, (2 * round) + place, FormattableString.Invariant($"cmd-{round}"), at: Noon - NodaTime.Duration.FromSeconds(all.Count))).ToList();
                await trial.AppendShouldAsync(new Appended(2 * (round + 1)), batch).ConfigureAwait(false);
                all.AddRange(batch);
            }
        }

        var feed = await FeedAsync(trial, 0).ConfigureAwait(false);
        Demand(trial, feed, all, streams);
        foreach (var (entry, at) in feed.Select((entry, at) => (entry, at)))
        {
            var rest = await FeedAsync(trial, entry.Position).ConfigureAwait(false);
            if (!rest.SequenceEqual(feed.Skip(at + 1)))
            {
                throw new Misdeed($"After position {entry.Position} the feed gave {Shown(trial, rest)}.", $"It should have given what followed when it was read from 0: {Shown(trial, [.. feed.Skip(at + 1)])}.");
            }
        }

        await LongShouldAsync(trial, feed).ConfigureAwait(false);
    }

    private static async Task LongShouldAsync(StoreTrial trial, List<FeedEntry> before)
    {
        var all = await trial.FillAsync(trial.Stream("CHG-3")).ConfigureAwait(false);
        foreach (var (after, skipped) in new (long, int)[] { (0, before.Count), (before[^1].Position, 0) })
        {
            var feed = await FeedAsync(trial, after).ConfigureAwait(false);
            if (!feed.Skip(skipped).Select(entry => entry.Record).SequenceEqual(all) || !Increase(feed))
            {
                throw new Misdeed(FormattableString.Invariant($"After {all.Count} more records were appended, the feed gave {feed.Count} after position {after}."), FormattableString.Invariant($"It should have given {skipped + all.Count}, each once, and those of the stream in the order of their versions."));
            }
        }
    }

    private static async Task LostAsync(StoreTrial trial)
    {
        List<FeedEntry> seen = [];
        for (var opened = 0; opened < 3; opened++)
        {
            await trial.AppendShouldAsync(new Appended(opened + 1), Batch(trial.Stream(), opened, FormattableString.Invariant($"cmd-{opened}"))).ConfigureAwait(false);
            await trial.AppendShouldAsync(new Appended(2), Batch(trial.Stream(FormattableString.Invariant($"CHG-{opened + 2}")), 0, "cmd-1", 2)).ConfigureAwait(false);
            var feed = await FeedAsync(trial, 0).ConfigureAwait(false);
            trial.Note($"read the feed: {Shown(trial, feed)}");
            if (!feed.Take(seen.Count).SequenceEqual(seen) || feed.Count != seen.Count + 3 || !Increase(feed))
            {
                throw new Misdeed($"The feed gave {Shown(trial, feed)}.", $"It should have begun with what it gave before it was closed, and gone on with three more: {Shown(trial, seen)}.");
            }

            seen = feed;
            await trial.ReopenAsync().ConfigureAwait(false);
        }
    }

    private static void Demand(StoreTrial trial, List<FeedEntry> feed, List<EventRecord> all, StreamId[] streams)
    {
        var isRight = feed.Count == all.Count && Increase(feed)
            && streams.All(stream => feed.Select(entry => entry.Record).Where(record => record.Stream == stream).SequenceEqual(all.Where(record => record.Stream == stream)));
        if (!isRight)
        {
            throw new Misdeed(
                $"The feed gave {string.Join("; ", feed.Select(entry => Shown(trial, entry)))}.",
                FormattableString.Invariant($"It should have given each of {all.Count} records once, as it went in, at increasing positions, and those of a stream in the order of their versions."));
        }
    }

    private static async Task LateAsync(StoreTrial trial)
    {
        List<FeedEntry> seen = [];
        var stores = trial.Several();
        await Racing.BesideAsync(
            trial.Settings.Rounds,
            round => Racing.AllAtOnceAsync(trial.Settings.Racers, racer => StoreTrial.AppendAsync(stores[racer % stores.Count], BatchOf(trial, racer, round))),
            async () => seen.AddRange(await FeedAsync(trial, seen.Count == 0 ? 0 : seen[^1].Position).ConfigureAwait(false))).ConfigureAwait(false);
        var feed = await FeedAsync(trial, 0).ConfigureAwait(false);
        await StoreTrial.CloseOthersAsync(stores).ConfigureAwait(false);
        var late = feed.Except(seen).ToList();
        if (late.Count > 0 || !seen.SequenceEqual(feed))
        {
            throw new Misdeed(
                FormattableString.Invariant($"Who followed the feed while {trial.Settings.Racers} appended got {seen.Count} entries, and {feed.Count} are there{(late.Count > 0 ? $": {Shown(trial, late)} appeared below what was already returned" : string.Empty)}."),
                "It should have given all of them, each after those that it had already given.");
        }
    }

    // Some have more to write than others, and take longer.
    private static List<EventRecord> BatchOf(StoreTrial trial, int racer, int round)
    {
        var count = 1 + (3 * ((racer + round) % 2));
        var before = (round / 2 * 5) + (round % 2 * (1 + (3 * (racer % 2))));
        return Batch(trial.Stream(FormattableString.Invariant($"CHG-{racer}")), before, FormattableString.Invariant($"cmd-{round}"), count);
    }

    private static bool Increase(List<FeedEntry> feed) => feed.Count == 0 || (feed[0].Position >= 1 && feed.Zip(feed.Skip(1)).All(pair => pair.First.Position < pair.Second.Position));

    private static string Shown(StoreTrial trial, List<FeedEntry> entries) => entries.Count == 0 ? "nothing"
        : string.Join("; ", entries.Take(9).Select(entry => Shown(trial, entry))) + (entries.Count > 9 ? "; …" : string.Empty);

    private static string Shown(StoreTrial trial, FeedEntry entry) => FormattableString.Invariant($"{entry.Position}: {trial.NameOf(entry.Record.Stream)}@{entry.Record.Version}");

    // Other trials may be in the same database.
    private static async Task<List<FeedEntry>> FeedAsync(StoreTrial trial, long after)
    {
        List<FeedEntry> found = [];
        await foreach (var entry in trial.Feed.ReadFeedAsync(after, CancellationToken.None).ConfigureAwait(false))
        {
            found.AddRange(trial.IsOwn(entry.Record.Stream.Tenant) ? [entry] : []);
        }

        return found;
    }
}
