namespace ChangeRelease.Domain.Foundation;

/// <summary>How large a document may be; what is larger is refused before any work is done on it.</summary>
public sealed record DocumentLimits
{
    private const int MostDepth = 256;

    /// <summary>The most bytes of the whole document in UTF-8; ordinarily one MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Bytes
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 1 << 20;

    /// <summary>How deep objects and lists may stand in each other, the outermost counted; ordinarily 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 1 and 256.</exception>
    public int Depth
    {
        get;
        init => field = value <= MostDepth ? AtLeastOne(value) : throw new ArgumentOutOfRangeException(nameof(value), value, $"A document is at most {MostDepth} deep.");
    }

    = 16;

    /// <summary>The most items of a list, or members of an object with free names, for which <see cref="Lists"/> says nothing; ordinarily 10 000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Items
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 10_000;

    /// <summary>The limits of certain lists; of several for one list the last one holds.</summary>
    public ValueList<ListLimit> Lists { get; init; } = [];

    /// <summary>These limits, with another one for the lists under a member's name.</summary>
    /// <param name="member">The member's name, for example <c>transitions</c>.</param>
    /// <param name="items">The most items.</param>
    /// <returns>New limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="items"/> is below 1.</exception>
    public DocumentLimits AtMost(string member, int items)
    {
        ArgumentNullException.ThrowIfNull(member);
        return this with { Lists = Lists.With(new ListLimit(member, AtLeastOne(items))) };
    }

    /// <summary>The most items of the lists under a member's name.</summary>
    /// <param name="member">The member's name.</param>
    /// <returns>The number.</returns>
    public int MostOf(string member) => Lists.LastOrDefault(limit => string.Equals(limit.Member, member, StringComparison.Ordinal))?.Items ?? Items;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}

/// <summary>How many items the lists under a member's name may have.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Items">The most items.</param>
public sealed record ListLimit(string Member, int Items);
