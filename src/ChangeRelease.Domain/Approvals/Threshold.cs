namespace ChangeRelease.Domain.Approvals;

/// <summary>How many members of a role: a number, or an exact share of them rounded up (S-20).</summary>
public sealed record Threshold
{
    /// <summary>The greatest number, and the greatest denominator of a share.</summary>
    public const int Most = 10_000;

    private Threshold(int numerator, int denominator) => (Numerator, Denominator) = (numerator, denominator);

    /// <summary>The number; of a share its numerator.</summary>
    public int Numerator { get; }

    /// <summary>The denominator of a share; zero for a number.</summary>
    public int Denominator { get; }

    /// <summary>Whether it is a share.</summary>
    public bool IsShare => Denominator > 0;

    /// <summary>So many members.</summary>
    /// <param name="count">From one to <see cref="Most"/>: nobody is no authority (S-8).</param>
    /// <returns>The threshold.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of that range.</exception>
    public static Threshold Number(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        return new Threshold(count, 0);
    }

    /// <summary>A share of the members, rounded up; at least one of them.</summary>
    /// <param name="numerator">At least one, and not more than <paramref name="denominator"/>.</param>
    /// <param name="denominator">At most <see cref="Most"/>; 100 for a percentage.</param>
    /// <returns>The threshold.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Threshold Share(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numerator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, Most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        return new Threshold(numerator, denominator);
    }

    /// <summary>How many that is.</summary>
    /// <param name="members">How many people are in the role, whoever of them may approve: striking people out does not lower a share (S-8).</param>
    /// <returns>At least one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="members"/> is negative.</exception>
    public int Of(int members)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        return IsShare ? (int)Math.Max(1, (((long)members * Numerator) + Denominator - 1) / Denominator) : Numerator;
    }

    /// <summary>The threshold in words.</summary>
    /// <returns>For example <c>2</c>, <c>60 %</c> or <c>2/3</c>.</returns>
    public override string ToString() => IsShare switch
    {
        false => FormattableString.Invariant($"{Numerator}"),
        true when Numerator * 100 % Denominator == 0 => FormattableString.Invariant($"{Numerator * 100 / Denominator} %"),
        true => FormattableString.Invariant($"{Numerator}/{Denominator}"),
    };

    internal bool MayExceedOne => IsShare || Numerator > 1;
}
