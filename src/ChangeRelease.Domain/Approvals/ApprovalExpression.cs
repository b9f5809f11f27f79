using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Whose approvals are asked for: a closed family, written with <see cref="Ask"/> (S-20).</summary>
/// <remarks>
/// Nothing is implicit: several of them need a connective. Adding an approval never makes a satisfied expression unsatisfied (S-21).
/// An expression has at most <see cref="MostParts"/> parts and is at most <see cref="MostDepth"/> deep.
/// </remarks>
public abstract record ApprovalExpression
{
    /// <summary>The most parts an expression may have, itself included.</summary>
    public const int MostParts = 256;

    /// <summary>The most levels an expression may have, itself included.</summary>
    public const int MostDepth = 16;

    private protected ApprovalExpression(ValueList<ApprovalExpression> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        (Inner, Parts, Depth) = (inner, 1 + inner.Sum(part => part.Parts), 1 + inner.Select(part => part.Depth).DefaultIfEmpty(0).Max());
        if (Parts > MostParts || Depth > MostDepth)
        {
            throw new ArgumentException(FormattableString.Invariant($"An approval expression has at most {MostParts} parts on {MostDepth} levels, and this one has {Parts} on {Depth}."));
        }
    }

    /// <summary>How many parts it has, itself included.</summary>
    public int Parts { get; }

    /// <summary>How many levels it has, itself included.</summary>
    public int Depth { get; }

    internal ValueList<ApprovalExpression> Inner { get; }

    /// <summary>This, unless somebody of a role rejects: a veto (S-21).</summary>
    /// <param name="role">The role whose members have the veto; they need not be among those whose approval is asked for.</param>
    /// <returns>A new expression.</returns>
    public ApprovalExpression UnlessVetoedBy(RoleId role) => new Vetoed(role, this);

    /// <summary>The expression in words.</summary>
    /// <returns>For example <c>all of (2 of cab, security)</c>.</returns>
    public sealed override string ToString() => Words;

    private protected abstract string Words { get; }

    private protected static string Join(IEnumerable<ApprovalExpression> parts) => $"({string.Join(", ", parts)})";

    private protected static ValueList<ApprovalExpression> Some(ValueList<ApprovalExpression> parts, string noun)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count > 0 ? parts : throw new ArgumentException($"{noun} asks for something, and nothing is named. Nobody named is no authority.", nameof(parts));
    }
}

/// <summary>One certain person approves.</summary>
public sealed record PersonApproves : ApprovalExpression
{
    internal PersonApproves(ActorId person)
        : base([])
    {
        ArgumentNullException.ThrowIfNull(person);
        Person = person;
    }

    /// <summary>The person.</summary>
    public ActorId Person { get; }

    private protected override string Words => Person.Value;
}

/// <summary>So many different people of a role or group approve.</summary>
public sealed record RoleApproves : ApprovalExpression
{
    internal RoleApproves(RoleId role, Threshold threshold)
        : base([])
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(threshold);
        (Role, Threshold) = (role, threshold);
    }

    /// <summary>The role or group.</summary>
    public RoleId Role { get; }

    /// <summary>How many of its members.</summary>
    public Threshold Threshold { get; }

    private protected override string Words => $"{Threshold} of {Role}";
}

/// <summary>A board approves: it votes once, by its chair or secretary, with its attendance as its quorum (S-22).</summary>
public sealed record BoardApproves : ApprovalExpression
{
    internal BoardApproves(BoardId board)
        : base([])
    {
        ArgumentNullException.ThrowIfNull(board);
        Board = board;
    }

    /// <summary>The board.</summary>
    public BoardId Board { get; }

    private protected override string Words => $"the board {Board}";
}

/// <summary>So many of several parts are satisfied, each person counting for one of them (S-22).</summary>
/// <remarks>
/// The one voice holds among the parts that are people and roles themselves; a part that is an expression of several is a branch of
/// its own, for which people count anew. Wrap in <see cref="Distinct"/> where they shall not.
/// </remarks>
public sealed record AtLeast : ApprovalExpression
{
    /// <summary>The most parts that ask for several people, when not all parts are needed: which of them are met is then searched for.</summary>
    public const int MostGroups = 10;

    internal AtLeast(int count, ValueList<ApprovalExpression> parts)
        : base(Some(parts, "At least so many"))
    {
        if (count < 1 || count > parts.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), FormattableString.Invariant($"{count} of {parts.Count} parts cannot be asked for."));
        }

        if (count < parts.Count && parts.OfType<RoleApproves>().Count(part => part.Threshold.MayExceedOne) > MostGroups)
        {
            throw new ArgumentException(FormattableString.Invariant($"At most {MostGroups} parts may ask for several people where not all parts are needed."), nameof(parts));
        }

        Count = count;
    }

    /// <summary>How many of the parts.</summary>
    public int Count { get; }

    /// <summary>The parts.</summary>
    public ValueList<ApprovalExpression> Of => Inner;

    private protected override string Words => FormattableString.Invariant($"at least {Count} of {Join(Of)}");
}

/// <summary>Every part is satisfied; a person may count in each.</summary>
public sealed record AllOf : ApprovalExpression
{
    internal AllOf(ValueList<ApprovalExpression> parts)
        : base(Some(parts, "All of"))
    {
    }

    /// <summary>The parts.</summary>
    public ValueList<ApprovalExpression> Of => Inner;

    private protected override string Words => $"all of {Join(Of)}";
}

/// <summary>One part is satisfied, whichever.</summary>
public sealed record AnyOf : ApprovalExpression
{
    internal AnyOf(ValueList<ApprovalExpression> parts)
        : base(Some(parts, "Any of"))
    {
    }

    /// <summary>The parts.</summary>
    public ValueList<ApprovalExpression> Of => Inner;

    private protected override string Words => $"any of {Join(Of)}";
}

/// <summary>Every step is satisfied, and opens for votes when those before it are (S-22).</summary>
public sealed record InSequence : ApprovalExpression
{
    internal InSequence(ValueList<ApprovalExpression> steps)
        : base(Some(steps, "A sequence"))
    {
    }

    /// <summary>The steps, in order.</summary>
    public ValueList<ApprovalExpression> Steps => Inner;

    private protected override string Words => $"in sequence {Join(Steps)}";
}

/// <summary>Satisfied by different people throughout: nobody counts for two of the people and roles within; decided by matching (S-22).</summary>
public sealed record Distinct : ApprovalExpression
{
    /// <summary>The most combinations of people and roles that may satisfy what is wrapped; each is matched on its own.</summary>
    public const int MostAlternatives = 64;

    internal Distinct(ApprovalExpression of)
        : base([of ?? throw new ArgumentNullException(nameof(of))]) => Alternatives = DistinctAlternatives.Of(of);

    /// <summary>What is wrapped.</summary>
    public ApprovalExpression Of => Inner[0];

    internal ValueList<ValueList<ApprovalExpression>> Alternatives { get; }

    private protected override string Words => $"by different people {Join([Of])}";
}

/// <summary>What is wrapped is satisfied, and nobody of a role rejected it.</summary>
public sealed record Vetoed : ApprovalExpression
{
    internal Vetoed(RoleId role, ApprovalExpression of)
        : base([of])
    {
        ArgumentNullException.ThrowIfNull(role);
        Role = role;
    }

    /// <summary>The role whose members have the veto.</summary>
    public RoleId Role { get; }

    /// <summary>What is wrapped.</summary>
    public ApprovalExpression Of => Inner[0];

    private protected override string Words => $"{Of}, unless vetoed by {Role}";
}
