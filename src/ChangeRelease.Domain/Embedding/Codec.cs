namespace ChangeRelease.Domain.Embedding;

/// <summary>How a room's events are read, written, named and folded.</summary>
internal sealed record Codec<TSubject, TEvent>(
    Func<TSubject?, TEvent, TSubject> Fold,
    CodecRead<TEvent> Read,
    Func<TEvent, byte[]> Write,
    Func<TEvent, string> TypeOf)
    where TSubject : class;

/// <summary>Reads an event from its bytes.</summary>
internal delegate TEvent CodecRead<out TEvent>(ReadOnlySpan<byte> bytes);
