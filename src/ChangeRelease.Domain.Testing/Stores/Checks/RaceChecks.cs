using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>Many at once.</summary>
internal static class RaceChecks
{
    public static StoreCheck[] All { get; } =
    [
        new(
            "store.race.version",
            "Of many that append at one version at once, one appends, and the others are told of the conflict.",
            "The version is checked first and the records are inserted afterwards, and nothing makes the two one. A primary key on stream and version does.",
            VersionAsync),
        new(
            "store.race.command",
            "Of one command that comes many times at once, one appends, and the others are told that it is applied.",
            "The command id is looked up outside the append. A unique key on stream and command, in the same transaction, does it.",
            CommandAsync),
        new(
            "store.race.streams",
            "Appends to different streams at once all take place, also under one command id.",
            "A lock that is not got in time, or a deadlock, escapes to the caller instead of being tried again; or a key is too wide.",
            StreamsAsync),
        new(
            "store.race.halves",
            "Whoever reads while others append sees whole appends only, and never fewer than before.",
            "Records become visible one by one.",
            HalvesAsync),
    ];

    private static Task VersionAsync(StoreTrial trial) => RoundsAsync(
        trial, (racer, round) => Batch(trial.Stream(), round, FormattableString.Invariant($"cmd-{round}-{racer}")), round => new Conflict(round + 1));

    private static Task CommandAsync(StoreTrial trial) => RoundsAsync(
        trial, (_, round) => Batch(trial.Stream(), round, FormattableString.Invariant($"cmd-{round}")), round => new AlreadyApplied(round + 1));

    private static async Task RoundsAsync(StoreTrial trial, Func<int, int, List<EventRecord>> batch, Func<int, AppendResult> lost)
    {
        var stores = trial.Several();
        for (var round = 0; round < trial.Settings.Rounds; round++)
        {
            var answers = await RaceAsync(trial, stores, racer => batch(racer, round)).ConfigureAwait(false);
            Demand(answers, new Appended(round + 1), lost(round), trial.CallOf(batch(0, round)));
            var found = await trial.ReadAsync(trial.Stream()).ConfigureAwait(false);
            Demand(found.Count == round + 1 && found.Select((record, place) => record.Version == place + 1).All(follows => follows), found, round + 1);
        }

        await StoreTrial.CloseOthersAsync(stores).ConfigureAwait(false);
    }

    private static async Task StreamsAsync(StoreTrial trial)
    {
        var stores = trial.Several();
        for (var round = 0; round < trial.Settings.Rounds; round++)
        {
            List<EventRecord> Own(int racer) => Batch(trial.Stream(FormattableString.Invariant($"CHG-{racer}")), round, FormattableString.Invariant($"cmd-{round}"));
            var answers = await RaceAsync(trial, stores, Own).ConfigureAwait(false);
            if (answers.FirstOrDefault(answer => answer != new Appended(round + 1)) is { } wrong)
            {
                throw new Misdeed($"Of {answers.Length} that appended to a stream each at once, one was answered {wrong}.", $"It should have answered {new Appended(round + 1)} to each.");
            }
        }

        await StoreTrial.CloseOthersAsync(stores).ConfigureAwait(false);
    }

    private static async Task HalvesAsync(StoreTrial trial)
    {
        const int count = 3;
        var (stores, seen) = (trial.Several(), 0);
        await Racing.BesideAsync(
            trial.Settings.Rounds,
            round => RaceAsync(trial, stores, racer => Batch(trial.Stream(), round * count, FormattableString.Invariant($"cmd-{round}-{racer}"), count)),
            async () =>
            {
                var found = await StoreTrial.ReadAsync(stores[^1], trial.Stream()).ConfigureAwait(false);
                Demand(found.Count % count == 0 && found.Select((record, place) => record.Version == place + 1).All(follows => follows), found, count);
                Demand(found.Count >= seen, found, seen);
                seen = found.Count;
            }).ConfigureAwait(false);
        await StoreTrial.CloseOthersAsync(stores).ConfigureAwait(false);

        static void Demand(bool holds, List<EventRecord> found, int count)
        {
            if (!holds)
            {
                throw new Misdeed($"While others appended {count} at a time, a read gave {StoreTrial.Versions(found)}.", "It should have given whole appends, and at least those that the read before it had given.");
            }
        }
    }

    private static Task<AppendResult[]> RaceAsync(StoreTrial trial, IReadOnlyList<IEventStore> stores, Func<int, List<EventRecord>> batch) =>
        Racing.AllAtOnceAsync(trial.Settings.Racers, async racer =>
        {
            var records = batch(racer);
            try
            {
                return await StoreTrial.AppendAsync(stores[racer % stores.Count], records).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not Misdeed)
            {
                throw Misdeed.Threw(thrown, $"It should have answered, as one of {trial.Settings.Racers} at once, to: {trial.CallOf(records)}.");
            }
        });

    private static void Demand(AppendResult[] answers, AppendResult won, AppendResult lost, string call)
    {
        if (answers.Count(answer => answer == won) != 1 || answers.Count(answer => answer == lost) != answers.Length - 1)
        {
            var told = string.Join(", ", answers.GroupBy(answer => answer).Select(same => FormattableString.Invariant($"{same.Count()} times {same.Key}")));
            throw new Misdeed(
                FormattableString.Invariant($"It answered {told} to {answers.Length} at once, each: {call}."),
                FormattableString.Invariant($"It should have answered {won} to one, and {lost} to the others."));
        }
    }

    private static void Demand(bool holds, List<EventRecord> found, int due)
    {
        if (!holds)
        {
            throw new Misdeed($"After {due} rounds the stream had {StoreTrial.Versions(found)}.", FormattableString.Invariant($"It should have had one of each version from 1 to {due}."));
        }
    }
}
