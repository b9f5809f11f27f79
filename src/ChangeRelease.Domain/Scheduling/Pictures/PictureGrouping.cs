namespace ChangeRelease.Domain.Scheduling;

/// <summary>What stands together on a picture of a plan.</summary>
public enum PictureGrouping
{
    /// <summary>All items in one list.</summary>
    Together,

    /// <summary>Items that take of the same resource; one that takes of several stands with each, and those that take of none stand last.</summary>
    Resource,

    /// <summary>Items of the same class; one of several classes stands with each, and those of none stand last.</summary>
    Class,
}
