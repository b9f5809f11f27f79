using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

/// <summary>Draws its place in the feed, goes to the database and back for each record, and commits.</summary>
internal sealed class DrawsPlacesEarly(Disk disk) : PlainStore(disk)
{
    private readonly AsyncLocal<long> _drawn = new();

    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        _drawn.Value = Disk.NextPosition();
        for (var written = 0; written < records.Count; written++)
        {
            await Task.Yield();
        }

        return await base.AppendAsync(stream, expectedVersion, command, records, cancellation);
    }

    // Places leave room for more than one record.
    protected override long Position() => (_drawn.Value * 1_000) + (Disk.NextPosition() % 1_000);
}

internal sealed class SortsTheFeedByTime(Disk disk) : PlainStore(disk)
{
    protected override IEnumerable<Row> Sorted(IEnumerable<Row> rows) => rows.OrderBy(row => row.At).Select((row, at) => row with { Position = at + 1 });
}

internal sealed class TellsLater(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var answer = await AppendAsync(stream, expectedVersion, command, records, cancellation);
        await Task.Yield();
        var told = AppendBatch.Checked(stream, command, messages);
        lock (Disk.Gate)
        {
            Disk.Pending.AddRange(answer is Appended ? told : []);
            return answer;
        }
    }
}

internal sealed class TellsWhateverComes(Disk disk) : PlainStore(disk)
{
    public override ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            Disk.Pending.AddRange(messages);
            return AppendAsync(stream, expectedVersion, command, records, cancellation);
        }
    }
}

internal sealed class OverwritesDocuments(Disk disk) : PlainStore(disk)
{
    public override ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            Disk.Documents.Remove((NameOf(key), Latest(key)));
            return new(Save(key, expectedVersion + 1, content.ToArray()));
        }
    }
}

internal sealed class ComparesThenSaves(Disk disk) : PlainStore(disk)
{
    public override async ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var found = await FindAsync(key, null, cancellation);
        await Task.Yield();
        lock (Disk.Gate)
        {
            return (found?.Version ?? 0) is var latest && latest != expectedVersion ? new Outdated(latest) : Save(key, expectedVersion + 1, content.ToArray());
        }
    }
}

internal sealed class KeepsTheBytesGiven(Disk disk) : PlainStore(disk)
{
    public override ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            return new(Latest(key) is var latest && latest != expectedVersion ? new Outdated(latest) : Save(key, latest + 1, content));
        }
    }
}

internal sealed class IgnoresCaseInDocuments(Disk disk) : PlainStore(disk)
{
    protected override string NameOf(DocumentKey key) => base.NameOf(key).ToUpperInvariant();
}

/// <summary>Counts the places in the feed anew when it is opened.</summary>
internal sealed class CountsPlacesAnew(Disk disk) : PlainStore(disk)
{
    public override void Close()
    {
        lock (Disk.Gate)
        {
            for (var at = 0; at < Disk.Rows.Count; at++)
            {
                Disk.Rows[at] = Disk.Rows[at] with { Position = Position() };
            }
        }
    }
}

internal sealed class TellsByCommand(Disk disk) : PlainStore(disk)
{
    protected override IEnumerable<OutboxMessage> Told(IEnumerable<OutboxMessage> pending) =>
        pending.OrderBy(message => message.Command.Value, StringComparer.Ordinal).ThenBy(message => message.Number);
}

internal sealed class SettlesWhateverIsCalledAlike(Disk disk) : PlainStore(disk)
{
    protected override bool IsMeant(OutboxMessage told, OutboxMessage settled) =>
        (told.Stream.Tenant, told.Stream.Key, told.Command, told.Number) == (settled.Stream.Tenant, settled.Stream.Key, settled.Command, settled.Number);
}

internal sealed class SortsVersionsAsText(Disk disk) : PlainStore(disk)
{
    protected override long Latest(DocumentKey key) => Disk.Documents.Keys.Where(kept => kept.Name == NameOf(key)).Select(kept => kept.Version)
        .OrderBy(version => version.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal).LastOrDefault();
}

internal sealed class TakesTheSameContent(Disk disk) : PlainStore(disk)
{
    public override ValueTask<SaveResult> SaveAsync(DocumentKey key, long expectedVersion, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        lock (Disk.Gate)
        {
            return Disk.Documents.TryGetValue((NameOf(key), expectedVersion + 1), out var kept) && kept.Span.SequenceEqual(content.Span)
                ? new(new Saved(expectedVersion + 1))
                : base.SaveAsync(key, expectedVersion, content, cancellation);
        }
    }
}

/// <summary>Has the latest version of a document on the disk, and the others in memory.</summary>
internal sealed class ForgetsEarlierVersions : PlainStore
{
    public ForgetsEarlierVersions(Disk disk)
        : base(disk)
    {
        foreach (var earlier in disk.Documents.Keys.Where(one => disk.Documents.ContainsKey((one.Name, one.Version + 1))).ToList())
        {
            disk.Documents.Remove(earlier);
        }
    }
}

internal sealed class TakesAPageOfTheFeedForTheWhole(Disk disk) : PlainStore(disk)
{
    private const int Page = 1_000;

    public override IAsyncEnumerable<FeedEntry> ReadFeedAsync(long afterPosition, CancellationToken cancellation) =>
        base.ReadFeedAsync(afterPosition, cancellation).Take(Page);
}
