namespace ChangeRelease.Domain.Changes;

/// <summary>The two things that an emergency owes (S-33).</summary>
public enum DebtPart
{
    /// <summary>To be ratified or repudiated.</summary>
    Ratification,

    /// <summary>To be reviewed by a person.</summary>
    Review,
}
