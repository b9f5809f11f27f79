using System.Reflection;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History.Corpus;

/// <summary>One room's part of a golden corpus: how its streams are written today, and read and folded for ever.</summary>
internal abstract class CorpusRoom(string name, Type events)
{
    /// <summary>The name of its file.</summary>
    public string Name => name;

    /// <summary>The names of all types of events that it registers.</summary>
    public IEnumerable<string> Types => Registered(events);

    /// <summary>Streams in which every type of event happens.</summary>
    public abstract IEnumerable<EventRecord> Written();

    /// <summary>What comes of a stream when it is read as a desk reads it: verified, typed, folded.</summary>
    public abstract Task<string> FoldedAsync(IReadOnlyList<EventRecord> stream);

    /// <summary>The payload of a record as it would be written today.</summary>
    public abstract byte[] Again(EventRecord record);

    public static IEnumerable<string> Registered(Type family) => family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.TypeDiscriminator!.ToString()!);
}

/// <summary>One room's part, for its types.</summary>
internal sealed class CorpusRoom<TSubject, TEvent>(
    string name, string kind, string key, Codec<TSubject, TEvent> codec, Func<TEvent, Stamp> stamp, Func<TSubject, string> shown, IEnumerable<IReadOnlyList<TEvent>> lived, IEnumerable<TEvent> specimens)
    : CorpusRoom(name, typeof(TEvent))
    where TSubject : class
    where TEvent : class
{
    public override IEnumerable<EventRecord> Written() => Chosen().SelectMany((events, number) => Chained(new StreamId(new TenantId($"corpus-{number + 1}"), kind, key), events));

    public override async Task<string> FoldedAsync(IReadOnlyList<EventRecord> stream)
    {
        var store = new ShelfStore();
        store.Put(stream[0].Stream, [.. stream]);
        var page = await new Journal<TSubject, TEvent>(store, codec).ReadAsync(stream[0].Stream, default);
        return FormattableString.Invariant($"{stream[0].Stream} {page.Version} {shown(page.Subject!)}");
    }

    public override byte[] Again(EventRecord record) => codec.Write(codec.Read(record.Payload.Span));

    // The lives that bring the most, until none brings a type; and one more for what no life brings, which goes on after the first one.
    private IEnumerable<IReadOnlyList<TEvent>> Chosen()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<IReadOnlyList<TEvent>> all = [.. lived];
        while (all.MaxBy(New) is { } best && New(best) > 0)
        {
            yield return best;
            seen.UnionWith(best.Select(codec.TypeOf));
        }

        TEvent[] rest = [.. specimens.Where(happened => seen.Add(codec.TypeOf(happened)))];
        if (rest.Length > 0)
        {
            yield return [.. all.FirstOrDefault([]), .. rest];
        }

        int New(IReadOnlyList<TEvent> life) => life.Select(codec.TypeOf).Distinct().Count(type => !seen.Contains(type));
    }

    private IEnumerable<EventRecord> Chained(StreamId stream, IReadOnlyList<TEvent> events)
    {
        EventRecord? previous = null;
        foreach (var happened in events)
        {
            var by = stamp(happened);
            var at = Instant.Max(by.At, previous?.At ?? by.At);
            yield return previous = EventRecord.Create(
                stream, (previous?.Version ?? 0) + 1, new Stamp(at, by.Actor, by.Command), null, codec.TypeOf(happened), codec.Write(happened), previous?.Hash ?? Digest.Zero);
        }
    }
}
