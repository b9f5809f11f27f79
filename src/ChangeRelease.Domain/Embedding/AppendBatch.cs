using System.Globalization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>The records of one append, checked at the door and copied, so that the caller's list no longer matters.</summary>
internal static class AppendBatch
{
    /// <exception cref="ArgumentException">The records are not the outcome of that command at that version of that stream.</exception>
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
