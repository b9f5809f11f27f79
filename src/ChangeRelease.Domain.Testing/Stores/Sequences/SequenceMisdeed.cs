using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>A generated sequence found a misdeed, and was made as short as it could be.</summary>
internal sealed class SequenceMisdeed(Misdeed cause, ValueList<string> calls, int generated) : Exception(cause.Message, cause)
{
    public Misdeed Cause => cause;

    public ValueList<string> Calls => calls;

    public int Generated => generated;
}
