using System.Globalization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>For stores: what every append checks at the door (S-71).</summary>
public static class AppendBatch
{
    /// <summary>The records of one append, checked and copied, so that the caller's list no longer matters.</summary>
    /// <param name="stream">The stream to append to.</param>
    /// <param name="expectedVersion">The version that the stream had when the command was decided.</param>
    /// <param name="command">The command whose outcome the records are.</param>
    /// <param name="records">The records; the list is read once.</param>
    /// <returns>The records, in their order.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedVersion"/> is negative.</exception>
    /// <exception cref="ArgumentException">There is no record, one is null, or one is not the outcome of that command at that version of that stream.</exception>
    public static EventRecord[] Checked(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(records);
        EventRecord[] batch = [.. records];
        return Problem(stream, expectedVersion, command, batch) is { } problem
            ? throw new ArgumentException(problem, nameof(records))
            : batch;
    }

    /// <summary>The messages of one append, checked and copied.</summary>
    /// <param name="stream">The stream to append to.</param>
    /// <param name="command">The command because of which they are told.</param>
    /// <param name="messages">The messages; may be empty. The list is read once.</param>
    /// <returns>The messages, in their order.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A message is null, of another stream or command, or numbered otherwise than its place asks for.</exception>
    public static OutboxMessage[] Checked(StreamId stream, CommandId command, IReadOnlyList<OutboxMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(messages);
        OutboxMessage[] told = [.. messages];
        return told.Where((message, place) => message is null || message.Stream != stream || message.Command != command || message.Number != place + 1).Any()
            ? throw new ArgumentException($"The messages are not those of the command {command} in the stream {stream}, numbered from 1 on.", nameof(messages))
            : told;
    }

    private static string? Problem(StreamId stream, long expectedVersion, CommandId command, EventRecord[] batch) => batch.Length == 0
        ? "An append has at least one record."
        : batch.Select((record, place) => Problem(stream, expectedVersion + place + 1, command, record)).FirstOrDefault(problem => problem is not null);

    private static string? Problem(StreamId stream, long version, CommandId command, EventRecord? record) => record switch
    {
        null => "A record is missing.",
        _ when record.Stream != stream => $"The record {record} does not belong to the stream {stream}.",
        _ when record.Command != command => $"The record {record} is not of the command {command}.",
        _ when record.Version != version => string.Create(CultureInfo.InvariantCulture, $"The record {record} stands where version {version} belongs."),
        _ => null,
    };
}
