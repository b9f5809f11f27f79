using System.Runtime.CompilerServices;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Many acts, one after the other, each with an answer of its own; what is done by then stands when it is ended early.</summary>
internal static class Bulk
{
    public static IAsyncEnumerable<(TItem Item, TOutcome Outcome)> EachAsync<TItem, TOutcome>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, ValueTask<TOutcome>> act, IProgress<long>? progress, CancellationToken cancellation) =>
        EachAsync(items, item => item, act, progress, cancellation);

    /// <summary>The same, where an answer names something less than what it is the answer to.</summary>
    public static async IAsyncEnumerable<(TName Name, TOutcome Outcome)> EachAsync<TItem, TName, TOutcome>(
        IEnumerable<TItem> items,
        Func<TItem, TName> name,
        Func<TItem, CancellationToken, ValueTask<TOutcome>> act,
        IProgress<long>? progress,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var done = 0L;
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = await act(item, cancellation).ConfigureAwait(false);
            progress?.Report(++done);
            yield return (name(item), outcome);
        }
    }
}
