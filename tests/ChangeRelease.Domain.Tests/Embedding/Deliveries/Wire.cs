using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>The connection of one host to the store: it can lose answers, break, and keep its caller waiting while others come first.</summary>
internal sealed class Wire(IEventStore inner, List<Effect> effects) : IEventStore
{
    private int _calls;
    private int _appends;

    public required Parcel Carried { get; set; }

    public Trouble Trouble { get; set; } = Trouble.None;

    /// <summary>What happens elsewhere before a call is done.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public bool HasBroken { get; private set; }

    public void Carry(Parcel parcel, Trouble trouble, Func<Task>? meanwhile)
    {
        (Carried, Trouble, Meanwhile) = (parcel, trouble, meanwhile);
        (_calls, _appends, HasBroken) = (0, 0, false);
    }

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        await ComeAsync().ConfigureAwait(false);
        _appends++;
        Break(Trouble.Kind == TroubleKind.BrokenBefore);
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        if (result is Appended)
        {
            effects.Add(new Effect(stream, command, records, Carried));
        }

        Break(Trouble.Kind == TroubleKind.AnswerLost);
        return result;
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ComeAsync().ConfigureAwait(false);
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            yield return record;
        }
    }

    private async ValueTask ComeAsync()
    {
        if (++_calls == Trouble.OvertakenAt && Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile().ConfigureAwait(false);
        }
    }

    private void Break(bool isSo)
    {
        if (isSo && _appends == Trouble.Append)
        {
            HasBroken = true;
            throw new IOException("The connection broke.");
        }
    }
}
