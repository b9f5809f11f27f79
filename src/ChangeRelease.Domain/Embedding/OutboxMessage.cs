using System.Globalization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Something to be told to others because a command took effect.</summary>
/// <remarks>Two messages are equal when everything of them is, the payload byte by byte.</remarks>
public sealed record OutboxMessage
{
    private readonly KeptBytes _payload;

    /// <summary>A message.</summary>
    /// <param name="stream">The stream in which the command took effect.</param>
    /// <param name="command">The command.</param>
    /// <param name="number">Which one of the messages of that command; the first is 1.</param>
    /// <param name="topic">What it is about, as who delivers it understands it; written by the same rules as an <see cref="Identifier"/>.</param>
    /// <param name="payload">What it says; the bytes are copied. May be empty.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="topic"/> is not a well-formed name.</exception>
    public OutboxMessage(StreamId stream, CommandId command, int number, string topic, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentNullException.ThrowIfNull(topic);
        (Stream, Command, Number, Topic, _payload) = (stream, command, number, Named(topic), new(payload));
    }

    /// <summary>The stream in which the command took effect.</summary>
    public StreamId Stream { get; }

    /// <summary>The command; with the stream and the number it names the message for ever, so that who receives it twice can tell.</summary>
    public CommandId Command { get; }

    /// <summary>Which one of the messages of that command; the first is 1.</summary>
    public int Number { get; }

    /// <summary>What it is about.</summary>
    public string Topic { get; }

    /// <summary>What it says, exactly as it was given.</summary>
    public ReadOnlyMemory<byte> Payload => _payload.Memory;

    /// <summary>Where it comes from and what it is about, for people.</summary>
    /// <returns>For example <c>acme/change/CHG-7 cmd-1 #1 approvals</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream} {Command} #{Number} {Topic}");

    private static string Named(string topic) => Identifier.Problem(topic) is { } problem
        ? throw new ArgumentException($"A message's topic {problem}.", nameof(topic))
        : topic;
}
