using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>What a store leaves behind, under one lock.</summary>
internal sealed class Disk
{
    private long _positions;

    public Lock Gate { get; } = new();

    /// <summary>For those who hold the disk while they wait for something.</summary>
    public SemaphoreSlim Busy { get; } = new(1);

    public List<Row> Rows { get; private set; } = [];

    public Dictionary<string, long> Commands { get; private set; } = new(StringComparer.Ordinal);

    public List<OutboxMessage> Pending { get; private set; } = [];

    /// <summary>Contents by name and version.</summary>
    public Dictionary<(string Name, long Version), ReadOnlyMemory<byte>> Documents { get; private set; } = [];

    /// <summary>A place in the feed that nobody else has.</summary>
    public long NextPosition() => Interlocked.Increment(ref _positions);

    public void CopyFrom(Disk other)
    {
        Rows = [.. other.Rows];
        Commands = new(other.Commands, StringComparer.Ordinal);
        Pending = [.. other.Pending];
        Documents = new(other.Documents);
        _positions = other._positions;
    }
}
