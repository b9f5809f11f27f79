namespace ChangeRelease.Domain.History;

/// <summary>Orders streams by tenant, then kind, then key, each by the bytes of its UTF-8, as databases do that compare bytes.</summary>
internal sealed class StreamOrder : IComparer<StreamId>
{
    // In UTF-16 the characters above all others begin with a unit that lies below some of them.
    private const int AboveAllUnits = 0x10000;

    public static StreamOrder ByBytes { get; } = new();

    public int Compare(StreamId? x, StreamId? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ when Compare(x.Tenant.Value, y.Tenant.Value) is not 0 and var tenants => tenants,
        _ when Compare(x.Kind, y.Kind) is not 0 and var kinds => kinds,
        _ => Compare(x.Key, y.Key),
    };

    private static int Compare(string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        return at == one.Length || at == other.Length ? one.Length - other.Length : Rank(one[at]) - Rank(other[at]);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + AboveAllUnits : unit;
}
