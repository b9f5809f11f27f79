using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>An event as it is written: its type and its bytes, whatever version of the library wrote them.</summary>
public sealed record EventForm
{
    private readonly KeptBytes _payload;

    /// <summary>Takes an event in one of its forms.</summary>
    /// <param name="type">The name of the form, as records carry it; written by the same rules as an <see cref="Identifier"/>.</param>
    /// <param name="payload">The bytes; they are copied.</param>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not a well-formed name; the message says why.</exception>
    public EventForm(string type, ReadOnlySpan<byte> payload)
    {
        Type = Identifier.Problem(type) is { } problem ? throw new ArgumentException($"The type of an event {problem}.", nameof(type)) : type;
        _payload = new KeptBytes(payload);
    }

    /// <summary>The name of the form.</summary>
    public string Type { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Payload => _payload.Memory;

    /// <summary>The name of the form.</summary>
    /// <returns><see cref="Type"/>.</returns>
    public override string ToString() => Type;
}
