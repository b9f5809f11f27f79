using System.Globalization;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>A call that a <see cref="RecordingStore"/> has seen: an <see cref="AppendCall"/> or a <see cref="ReadCall"/>.</summary>
public abstract record StoreCall
{
    private protected StoreCall(StreamId stream) => Stream = stream;

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }
}

/// <summary>An append.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">The version that was expected.</param>
/// <param name="Command">The command.</param>
/// <param name="Records">The records that were to be appended; none when the append failed.</param>
/// <param name="Result">The answer; null when the append failed.</param>
public sealed record AppendCall(StreamId Stream, long ExpectedVersion, CommandId Command, ValueList<EventRecord> Records, AppendResult? Result) : StoreCall(Stream)
{
    /// <summary>The call on one line.</summary>
    /// <returns>For example <c>append to acme/change/CHG-7 at 2 as cmd-1: change-approved</c>, with the answer.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"append to {Stream} at {ExpectedVersion} as {Command}: {string.Join(", ", Records.Select(record => record.Type))}: {Result?.ToString() ?? "failed"}");
}

/// <summary>A read, as far as it was enumerated.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="AfterVersion">The version after which it began.</param>
/// <param name="Found">How many records were given.</param>
public sealed record ReadCall(StreamId Stream, long AfterVersion, int Found) : StoreCall(Stream)
{
    /// <summary>The call on one line.</summary>
    /// <returns>For example <c>read acme/change/CHG-7 after 0: 3 found</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"read {Stream} after {AfterVersion}: {Found} found");
}
