using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>A store whose process dies at one of its calls, before it is done or right after: from then on nothing is done at all.</summary>
/// <param name="inner">The store.</param>
/// <param name="diesAt">At which call, from 1 on; 0 at none.</param>
/// <param name="isAfter">Whether the call is done.</param>
internal sealed class DyingStore(IEventStore inner, int diesAt = 0, bool isAfter = false) : IEventStore
{
    public int Calls { get; private set; }

    /// <summary>Which of the calls were appends.</summary>
    public List<int> Appends { get; } = [];

    public bool IsDead { get; private set; }

    /// <summary>What it was about when it died.</summary>
    public string Where { get; private set; } = "nowhere";

    /// <summary>What the store said it has.</summary>
    public List<EventRecord> Acknowledged { get; } = [];

    /// <summary>What was on its way when it died; the store may have all of it, or nothing.</summary>
    public EventRecord[] UnderWay { get; private set; } = [];

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var dies = Dies("appending", stream);
        Appends.Add(Calls);
        UnderWay = [.. records];
        DieIf(dies && !isAfter);
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        DieIf(dies);
        UnderWay = [];
        Acknowledged.AddRange(result is Appended ? records : []);
        return result;
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var dies = Dies("reading", stream);
        DieIf(dies && !isAfter);
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            yield return record;
        }

        DieIf(dies);
    }

    private bool Dies(string what, StreamId stream)
    {
        DieIf(IsDead);
        if (++Calls != diesAt)
        {
            return false;
        }

        Where = $"{(isAfter ? "after" : "before")} {what} {stream.Kind}";
        return true;
    }

    private void DieIf(bool now)
    {
        if (now)
        {
            IsDead = true;
            throw new ProcessDiedException();
        }
    }
}
