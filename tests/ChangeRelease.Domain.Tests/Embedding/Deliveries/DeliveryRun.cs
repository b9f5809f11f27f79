using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding.Faults;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>Delivers a round to two hosts over one store, and holds what comes of it against what one delivery of each command comes to.</summary>
internal sealed class DeliveryRun(Round round, string name, Findings findings)
{
    private static readonly Duration Skew = Duration.FromSeconds(2);

    private readonly List<Effect> _effects = [];
    private readonly Queue<Delivery> _queue = new(round.Deliveries);
    private Host[] _hosts = [];
    private Instant _now = Depot.Opening;
    private bool _hasBroken;

    /// <summary>Delivers everything and checks it.</summary>
    /// <param name="checksVersions">Null for a good store.</param>
    public async Task GoAsync(bool? checksVersions)
    {
        IEventStore store = checksVersions is { } checks ? new CarelessStore(round.Records, checks) : await RestoredAsync(round).ConfigureAwait(false);
        _hosts = [new Host(store, _effects, round.Parcels[0], Duration.Zero), new Host(store, _effects, round.Parcels[0], -Skew)];
        while (_queue.TryDequeue(out var delivery))
        {
            await DeliverAsync(delivery, delivery.Host, isNested: false).ConfigureAwait(false);
        }

        await FinishAsync().ConfigureAwait(false);
        findings.Check();
        findings.Count("names that subjects share", round.Shared);
        CheckOnce();
        await CheckSerialAsync().ConfigureAwait(false);
    }

    private static async Task<InMemoryEventStore> RestoredAsync(Round round)
    {
        var store = new InMemoryEventStore();
        foreach (var batch in round.Records.GroupBy(record => (record.Stream, record.Command)))
        {
            EventRecord[] records = [.. batch];
            await store.AppendAsync(batch.Key.Stream, records[0].Version - 1, batch.Key.Command, records, default).ConfigureAwait(false);
        }

        return store;
    }

    private async Task DeliverAsync(Delivery delivery, int at, bool isNested)
    {
        var (host, parcel) = (_hosts[at], delivery.Parcel);
        _now += Duration.FromSeconds(delivery.Pause);
        host.Now = _now;
        if (delivery.IsAfterRestart)
        {
            host.Restart();
            findings.Count("restarts");
        }

        host.Wire.Carry(parcel, delivery.Trouble, isNested ? null : () => OvertakeAsync(delivery, 1 - at));
        var (before, twin) = (Done(parcel), _effects.Count);
        try
        {
            Judge(parcel, before, twin, await host.TakeAsync(parcel).ConfigureAwait(false));
        }
        catch (IOException) when (host.Wire.HasBroken)
        {
            _hasBroken = true;
            findings.Count(delivery.Trouble.Kind == TroubleKind.AnswerLost ? "answers lost" : "connections broken");
        }
        catch (Exception thrown) when (thrown is InvalidDataException or InvalidOperationException or ArgumentException)
        {
            Differ($"{parcel.Errand}: {thrown.Message}");
        }
    }

    private async Task OvertakeAsync(Delivery delivery, int at)
    {
        findings.Count(delivery.IsTwin ? "two deliveries of one command at once" : "deliveries at once");
        if (delivery.IsTwin)
        {
            await DeliverAsync(delivery with { Trouble = Trouble.None }, at, isNested: true).ConfigureAwait(false);
        }
        else if (_queue.TryDequeue(out var next))
        {
            await DeliverAsync(next, at, isNested: true).ConfigureAwait(false);
        }
    }

    /// <summary>Hands out once more what took effect last at each subject, where anything can have been left unfinished.</summary>
    private async Task FinishAsync()
    {
        foreach (var effect in _hasBroken ? _effects.Where(effect => effect.IsOwn).GroupBy(effect => effect.Stream).Select(own => own.Last()).ToList() : [])
        {
            await DeliverAsync(new Delivery(effect.By, 0, Trouble.None, IsTwin: false, IsAfterRestart: false, Pause: 1), 0, isNested: true).ConfigureAwait(false);
        }
    }

    private Effect? Done(Parcel parcel) => _effects.Find(effect => effect.IsOwn && effect.Stream == parcel.Errand.Stream && effect.Command == parcel.Name);

    /// <summary>Whether an answer is true to what had been done before, and to what has been done now.</summary>
    private void Judge(Parcel parcel, Effect? before, int known, Answer answer)
    {
        var now = Done(parcel);
        var isOther = now is not null && !now.By.Errand.Command.Equals(parcel.Errand.Command);
        findings.Count(before is null
            ? answer is { IsAccepted: true, Events: > 0 } ? "done" : answer.IsAccepted ? "answered as done meanwhile, or so already" : $"refused: {answer.Codes.Split(' ')[0]}"
            : isOther ? "another command under a name that is taken" : "repeats answered");
        var isTrue = now is null ? answer.Events == 0
            : isOther ? answer.Codes.EndsWith(".command-id-reused", StringComparison.Ordinal)
            : answer.IsAccepted && (answer.Events == 0 ? before is not null || _effects.Count > known : before is null && answer.Events == now.Records.Count && answer.Version == now.Records[^1].Version);
        if (!isTrue || (answer.Events == 0 && answer.IsAccepted && now is not null && answer.Version < now.Records[^1].Version))
        {
            Differ($"{parcel.Name} {parcel.Errand} is answered by {answer}; before {before?.Records[^1]}, now {now?.Records[^1]}");
        }
    }

    /// <summary>Every command that took effect did so at once and once, in every stream.</summary>
    private void CheckOnce()
    {
        var seen = new HashSet<(StreamId, CommandId)>(round.Records.Select(record => (record.Stream, record.Command)));
        foreach (var effect in _effects)
        {
            if (!seen.Add((effect.Stream, effect.Command)))
            {
                Differ($"{effect.Command} took effect twice in {effect.Stream}");
            }
        }
    }

    /// <summary>Delivers what took effect anew, once, one after the other, with the same stamps: in the order in which it did, or in which what it needed elsewhere was held.</summary>
    private async Task CheckSerialAsync()
    {
        var differences = await DifferencesAsync(_effects.Where(effect => effect.IsOwn)).ConfigureAwait(false);
        if (differences.Count > 0 && (await DifferencesAsync(_effects.Where(effect => effect.IsOwn).OrderBy(HeldAt)).ConfigureAwait(false)).Count == 0)
        {
            findings.Count("of them in the order in which uses were held");
            return;
        }

        differences.ForEach(Differ);
    }

    // Who hands a change in holds its use first: whatever comes in between comes after it.
    private int HeldAt(Effect own)
    {
        var at = _effects.IndexOf(own);
        var held = _effects.FindLastIndex(at, effect => effect.By == own.By && effect.Records[0].Type == "template-use-held");
        return held >= 0 ? held : at;
    }

    private async Task<List<string>> DifferencesAsync(IEnumerable<Effect> order)
    {
        var (again, store, differences) = (new List<Effect>(), await RestoredAsync(round).ConfigureAwait(false), new List<string>());
        var host = new Host(store, again, round.Parcels[0], Duration.Zero);
        foreach (var effect in order.ToList())
        {
            host.Wire.Carry(effect.By, Trouble.None, null);
            host.Now = effect.Records[0].At;
            var answer = await host.TakeAsync(effect.By).ConfigureAwait(false);
            if (answer.Events != effect.Records.Count)
            {
                differences.Add($"{effect.By.Name} {effect.By.Errand} alone is answered by {answer}");
            }
        }

        var touched = _effects.Concat(again).Select(effect => effect.Stream).ToHashSet();
        if (Sight.Difference(See(again, touched), See(_effects, touched)) is { } difference)
        {
            differences.Add($"{difference}, one after the other");
        }

        return differences;
    }

    private IReadOnlyList<string> See(List<Effect> effects, HashSet<StreamId> touched) =>
        Sight.Of([.. round.Records.Where(record => touched.Contains(record.Stream)), .. effects.SelectMany(effect => effect.Records)], _now, isWhole: false);

    private void Differ(string what) => findings.Differ($"{name}: {what}");
}
