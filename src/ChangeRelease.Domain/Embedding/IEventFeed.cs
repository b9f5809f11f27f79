namespace ChangeRelease.Domain.Embedding;

/// <summary>A store that can tell everything it holds in one order: what projections and schedules read (S-71). A store need not have it.</summary>
/// <remarks>
/// <para>
/// Who follows a feed remembers the last position that it has seen, and asks for what comes after it. That is safe only when nothing appears
/// behind its back, so this is promised:
/// </para>
/// <list type="bullet">
/// <item><description><b>No position becomes visible below one that was already returned.</b> A number that is drawn inside a transaction
/// is not enough: who draws 7 may commit after who draws 8, and a reader that saw 8 never asks for 7 again.</description></item>
/// <item><description>Every record that was acknowledged is in it once, and none that was not written.</description></item>
/// <item><description>Records of one stream come in the order of their versions. Between streams the order is the store's, and the same for all readers.</description></item>
/// </list>
/// <para>It holds the streams of all tenants; who may see which is for the host to say.</para>
/// </remarks>
public interface IEventFeed
{
    /// <summary>Reads everything from a position on.</summary>
    /// <remarks>An enumeration finds at least everything acknowledged before it began. It may be enumerated again, and then begins again.</remarks>
    /// <param name="afterPosition">The last position not to return; 0 returns everything.</param>
    /// <param name="cancellation">Ends the enumeration early.</param>
    /// <returns>The entries, in the order of their positions; the first one is 1 or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterPosition"/> is negative.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; thrown while enumerating.</exception>
    IAsyncEnumerable<FeedEntry> ReadFeedAsync(long afterPosition, CancellationToken cancellation);
}
