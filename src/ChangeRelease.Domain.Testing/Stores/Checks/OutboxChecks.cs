using System.Text;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>What is to be told, together with what happened.</summary>
internal static class OutboxChecks
{
    public static StoreCheck[] All { get; } =
    [
        new(
            "store.outbox.altered",
            "Messages are pending as they went in and in their order until they are settled, and only where the append took place.",
            "Messages are put in before it is known whether the append takes place, are not kept as bytes, or are sorted or settled by a part of their name: it is stream, command and number.",
            StoreCapability.Outbox,
            AlteredAsync),
        new(
            "store.outbox.apart",
            "Whenever records can be read, their messages are pending, and the other way round.",
            "Records and messages are written in two transactions.",
            StoreCapability.Outbox,
            ApartAsync),
        new(
            "store.outbox.partial",
            "An append that fails while its messages are read has written nothing; sent again, it takes effect once, with its messages.",
            "Records and messages are written in two transactions.",
            StoreCapability.Outbox,
            PartialAsync),
        new(
            "store.outbox.lost",
            "What was acknowledged before a crash is pending after it, and what was settled stays settled.",
            "The outbox is kept in memory, or is safe later than the records.",
            StoreCapability.Outbox | StoreCapability.Crashing,
            LostAsync),
    ];

    private static async Task AlteredAsync(StoreTrial trial)
    {
        // The later command sorts before the earlier one; the others are called alike.
        var (stream, others) = (trial.Stream(), (StreamId[])[trial.Stream(tenant: "-other"), trial.Stream(kind: "release"), trial.Stream("CHG-2")]);
        var (first, second, rest) = (Messages(stream, "cmd-9", 3), Messages(stream, "cmd-10", 1), others.SelectMany(other => Messages(other, "cmd-9", 2)).ToArray());
        await AppendShouldAsync(trial, new Appended(2), Batch(stream, 0, "cmd-9", 2), first).ConfigureAwait(false);
        foreach (var other in others)
        {
            await AppendShouldAsync(trial, new Appended(1), Batch(other, 0, "cmd-9"), Messages(other, "cmd-9", 2)).ConfigureAwait(false);
        }

        await AppendShouldAsync(trial, new AlreadyApplied(2), Batch(stream, 0, "cmd-9", 2), first).ConfigureAwait(false);
        await AppendShouldAsync(trial, new Conflict(2), Batch(stream, 1, "cmd-10"), second).ConfigureAwait(false);
        await PendingShouldAsync(trial, [.. first, .. rest]).ConfigureAwait(false);
        await AppendShouldAsync(trial, new Appended(3), Batch(stream, 2, "cmd-10"), second).ConfigureAwait(false);
        await AppendShouldAsync(trial, new Appended(4), Batch(stream, 3, "cmd-11"), []).ConfigureAwait(false);
        await PendingShouldAsync(trial, [.. first, .. second, .. rest]).ConfigureAwait(false);
        await SettleAsync(trial, first[1]).ConfigureAwait(false);
        await SettleAsync(trial, first[1]).ConfigureAwait(false);
        await SettleAsync(trial, Messages(stream, "cmd-99", 1)[0]).ConfigureAwait(false);
        await PendingShouldAsync(trial, [first[0], first[2], .. second, .. rest]).ConfigureAwait(false);
        await AppendShouldAsync(trial, new AlreadyApplied(2), Batch(stream, 0, "cmd-9", 2), first).ConfigureAwait(false);
        await PendingShouldAsync(trial, [first[0], first[2], .. second, .. rest]).ConfigureAwait(false);
    }

    private static async Task ApartAsync(StoreTrial trial)
    {
        var stream = trial.Stream("CHG-0");
        await Racing.BesideAsync(
            trial.Settings.Rounds,
            round => Racing.AllAtOnceAsync(trial.Settings.Racers, racer =>
            {
                var (own, command) = (trial.Stream(FormattableString.Invariant($"CHG-{racer}")), FormattableString.Invariant($"cmd-{round}"));
                return AppendAsync(trial, Batch(own, round, command), Messages(own, command, 1));
            }),
            async () =>
            {
                // What was read first must be found in what is read afterwards, in both directions.
                var records = await trial.ReadAsync(stream).ConfigureAwait(false);
                var pending = (await PendingAsync(trial).ConfigureAwait(false)).FindAll(message => message.Stream == stream);
                var later = await trial.ReadAsync(stream).ConfigureAwait(false);
                Demand(records, pending.Select(message => message.Command.Value), "could be read, and its message was not pending");
                Demand(pending.Select(message => message.Command.Value), later.Select(record => record.Command.Value), "had a message pending, and could not be read");
            }).ConfigureAwait(false);
    }

    private static void Demand(IEnumerable<EventRecord> first, IEnumerable<string> then, string did) => Demand(first.Select(record => record.Command.Value), then, did);

    private static void Demand(IEnumerable<string> first, IEnumerable<string> then, string did)
    {
        if (first.Except(then).FirstOrDefault() is { } apart)
        {
            throw new Misdeed($"While others appended, what came of {apart} {did}.", "It should have shown both or neither.");
        }
    }

    private static async Task PartialAsync(StoreTrial trial)
    {
        const int count = 3;
        for (var at = 0; at < count; at++)
        {
            var stream = trial.Stream(FormattableString.Invariant($"CHG-{at + 1}"));
            var (batch, messages) = (Batch(stream, 0, "cmd-1", 2), Messages(stream, "cmd-1", count));
            var failing = new FailingList<OutboxMessage>(messages, at, () => throw new IOException("The message cannot be read."));
            trial.Note(trial.CallOf(batch) + FormattableString.Invariant($", with {count} messages, which cannot be read from message {at + 1} on"));
            try
            {
                await AppendAsync(trial, batch, failing).ConfigureAwait(false);
            }
            catch (IOException)
            {
                // As it must be; what is in the store now is looked at below.
            }

            await trial.ReadShouldAsync(stream, []).ConfigureAwait(false);
            await PendingShouldAsync(trial, []).ConfigureAwait(false);
            await AppendShouldAsync(trial, new Appended(2), batch, messages).ConfigureAwait(false);
            await PendingShouldAsync(trial, messages).ConfigureAwait(false);
            foreach (var message in messages)
            {
                await SettleAsync(trial, message).ConfigureAwait(false);
            }
        }
    }

    private static async Task LostAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        var messages = Messages(stream, "cmd-1", 3);
        await AppendShouldAsync(trial, new Appended(1), Batch(stream, 0, "cmd-1"), messages).ConfigureAwait(false);
        await trial.CrashAsync().ConfigureAwait(false);
        await PendingShouldAsync(trial, messages).ConfigureAwait(false);
        await SettleAsync(trial, messages[0]).ConfigureAwait(false);
        await trial.CrashAsync().ConfigureAwait(false);
        await PendingShouldAsync(trial, messages[1..]).ConfigureAwait(false);
    }

    private static OutboxMessage[] Messages(StreamId stream, string command, int count) =>
        [.. Enumerable.Range(1, count).Select(number => new OutboxMessage(stream, new(command), number, FormattableString.Invariant($"topic {number}"), Encoding.UTF8.GetBytes(number == 2 ? string.Empty : """{ "b":1, "a":"é" } """)))];

    private static async Task<AppendResult> AppendAsync(StoreTrial trial, List<EventRecord> batch, IReadOnlyList<OutboxMessage> messages) =>
        await trial.Outbox.AppendAsync(batch[0].Stream, batch[0].Version - 1, batch[0].Command, batch, messages, CancellationToken.None).ConfigureAwait(false);

    private static async Task AppendShouldAsync(StoreTrial trial, AppendResult due, List<EventRecord> batch, OutboxMessage[] messages)
    {
        var call = trial.CallOf(batch) + FormattableString.Invariant($", with {messages.Length} messages");
        var answer = await AppendAsync(trial, batch, messages).ConfigureAwait(false);
        trial.Note($"{call}: {answer}");
        Misdeed.Unless(answer, due, call);
    }

    private static async Task SettleAsync(StoreTrial trial, OutboxMessage message)
    {
        trial.Note($"settle {Shown(trial, message)}");
        await trial.Outbox.SettleAsync(message, CancellationToken.None).ConfigureAwait(false);
    }

    // Between streams the order is the store's.
    private static async Task PendingShouldAsync(StoreTrial trial, OutboxMessage[] due)
    {
        var pending = await PendingAsync(trial).ConfigureAwait(false);
        trial.Note($"read what is pending: {Shown(trial, pending)}");
        if (!due.GroupBy(message => message.Stream).All(same => pending.Where(message => message.Stream == same.Key).SequenceEqual(same)) || pending.Count != due.Length)
        {
            throw new Misdeed($"Pending were: {Shown(trial, pending)}.", $"It should have been these, as they went in, and those of a stream in this order: {Shown(trial, due)}.");
        }
    }

    private static async Task<List<OutboxMessage>> PendingAsync(StoreTrial trial)
    {
        List<OutboxMessage> found = [];
        await foreach (var message in trial.Outbox.ReadPendingAsync(CancellationToken.None).ConfigureAwait(false))
        {
            found.AddRange(trial.IsOwn(message.Stream.Tenant) ? [message] : []);
        }

        return found;
    }

    private static string Shown(StoreTrial trial, IReadOnlyCollection<OutboxMessage> messages) =>
        messages.Count == 0 ? "nothing" : string.Join("; ", messages.Select(message => Shown(trial, message)));

    private static string Shown(StoreTrial trial, OutboxMessage message) => FormattableString.Invariant($"{message.Command} #{message.Number} of {trial.NameOf(message.Stream)}");
}
