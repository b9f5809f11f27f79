using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Lets two versions run beside each other although a limit holds them too far apart: an exception with a name (S-53).</summary>
/// <param name="One">The one service, in its version.</param>
/// <param name="Other">The other one, in its version; which of the two is named first does not matter.</param>
/// <param name="By">Who allows it.</param>
/// <param name="Reason">Why; a blank one allows nothing.</param>
public sealed record SkewPass(ServiceVersion One, ServiceVersion Other, ActorId By, string Reason)
{
    /// <summary>What is allowed, by whom, and why.</summary>
    /// <returns>For example <c>payments 2.4.0 beside ledger 1.1.0, by dana: for the weekend</c>.</returns>
    public override string ToString() => $"{One} beside {Other}, by {By}: {Reason}";

    internal bool Allows(ServiceVersion one, ServiceVersion other) =>
        !Text.IsBlank(Reason) && ((One.IsLevelWith(one) && Other.IsLevelWith(other)) || (One.IsLevelWith(other) && Other.IsLevelWith(one)));
}
