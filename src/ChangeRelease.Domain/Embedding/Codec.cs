using System.Text.Json;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>How a room's events are read, written, named and folded.</summary>
internal sealed record Codec<TSubject, TEvent>(
    Func<TSubject?, TEvent, TSubject> Fold,
    CodecRead<TEvent> Read,
    Func<TEvent, byte[]> Write,
    Func<TEvent, string> TypeOf)
    where TSubject : class
{
    /// <summary>Folds on a subject that nobody else has, and that is not to be used any more.</summary>
    public Func<TSubject?, TEvent, TSubject> GoOn { get; init; } = Fold;

    /// <summary>What brings the forms of earlier versions to those that are read here.</summary>
    public Upcasters Upcasters { get; init; } = Upcasters.None;

    /// <summary>The events of a record, usually one, in the forms of today.</summary>
    /// <exception cref="JsonException">It is none that this version knows, or not what the record says that it is.</exception>
    /// <exception cref="InvalidDataException">An upcaster failed.</exception>
    public IEnumerable<TEvent> EventsOf(EventRecord record) => Upcasters.IsOld(record.Type)
        ? Upcasters.Bring(new EventForm(record.Type, record.Payload.Span)).Select(form => Typed(form.Payload.Span, form.Type))
        : [Typed(record.Payload.Span, record.Type)];

    private TEvent Typed(ReadOnlySpan<byte> bytes, string type)
    {
        var happened = Read(bytes);
        return string.Equals(TypeOf(happened), type, StringComparison.Ordinal) ? happened : throw new JsonException($"The event is no {type}.");
    }
}

/// <summary>Reads an event from its bytes.</summary>
internal delegate TEvent CodecRead<out TEvent>(ReadOnlySpan<byte> bytes);
