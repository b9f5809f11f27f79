using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Writes whose approvals are asked for (S-20).</summary>
/// <example><c>Ask.AllOf(Ask.Of(2, cab), Ask.AnyOf(Ask.Person(dana), Ask.Of(1, security)))</c>.</example>
public static class Ask
{
    /// <summary>One certain person.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="person"/> is null.</exception>
    public static ApprovalExpression Person(ActorId person) => new PersonApproves(person);

    /// <summary>So many different people of a role or group.</summary>
    /// <param name="count">How many; at least one.</param>
    /// <param name="role">The role or group.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below one or above <see cref="Threshold.Most"/>.</exception>
    public static ApprovalExpression Of(int count, RoleId role) => new RoleApproves(role, Threshold.Number(count));

    /// <summary>An exact share of the members of a role or group, rounded up.</summary>
    /// <param name="numerator">At least one.</param>
    /// <param name="denominator">At least <paramref name="numerator"/>; at most <see cref="Threshold.Most"/>.</param>
    /// <param name="role">The role or group.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static ApprovalExpression Share(int numerator, int denominator, RoleId role) => new RoleApproves(role, Threshold.Share(numerator, denominator));

    /// <summary>A percentage of the members of a role or group, rounded up.</summary>
    /// <param name="percent">From 1 to 100.</param>
    /// <param name="role">The role or group.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of that range.</exception>
    public static ApprovalExpression Percent(int percent, RoleId role) => Share(percent, 100, role);

    /// <summary>A board, by its one decision.</summary>
    /// <param name="board">The board.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="board"/> is null.</exception>
    public static ApprovalExpression Board(BoardId board) => new BoardApproves(board);

    /// <summary>So many of several parts, each person counting for one of them.</summary>
    /// <param name="count">How many of the parts; from one to all.</param>
    /// <param name="parts">The parts.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentException">There are no parts, or more of them that ask for several people than can be searched.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of that range.</exception>
    public static ApprovalExpression AtLeast(int count, params ReadOnlySpan<ApprovalExpression> parts) => new AtLeast(count, [.. parts]);

    /// <summary>Every part; a person may count in each.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentException">There are no parts, or too many.</exception>
    public static ApprovalExpression AllOf(params ReadOnlySpan<ApprovalExpression> parts) => new AllOf([.. parts]);

    /// <summary>One part, whichever.</summary>
    /// <param name="parts">The parts.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentException">There are no parts, or too many.</exception>
    public static ApprovalExpression AnyOf(params ReadOnlySpan<ApprovalExpression> parts) => new AnyOf([.. parts]);

    /// <summary>Every step, one after the other: a step opens for votes when those before it are satisfied.</summary>
    /// <param name="steps">The steps.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentException">There are no steps, or too many.</exception>
    public static ApprovalExpression InSequence(params ReadOnlySpan<ApprovalExpression> steps) => new InSequence([.. steps]);

    /// <summary>What is wrapped, by different people throughout.</summary>
    /// <param name="of">What is wrapped; no veto within.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="of"/> is null.</exception>
    /// <exception cref="ArgumentException">A veto stands within, or too many combinations satisfy it.</exception>
    public static ApprovalExpression Distinct(ApprovalExpression of) => new Distinct(of);
}
