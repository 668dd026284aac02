//! What the system answers, and errors that were worded before.

use std::io::{self, ErrorKind};

use super::{Said, foreign};

/// An error for people. One that the tool has worded stays as it is; of the system's its kind is told.
pub(crate) fn system(error: &io::Error) -> Said {
    let english = error.to_string();
    if error.raw_os_error().is_none() {
        return foreign(&english);
    }
    let number = error.raw_os_error().unwrap_or_default();
    let chinese = match error.kind() {
        ErrorKind::NotFound => "文件或文件夹不存在",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::AlreadyExists => "已经存在",
        ErrorKind::NotADirectory => "不是文件夹",
        ErrorKind::IsADirectory => "是文件夹",
        ErrorKind::DirectoryNotEmpty => "文件夹不为空",
        ErrorKind::ReadOnlyFilesystem => "文件系统只读",
        ErrorKind::StorageFull => "磁盘已满",
        ErrorKind::QuotaExceeded => "超出磁盘配额",
        ErrorKind::FileTooLarge => "文件过大",
        ErrorKind::InvalidFilename => "文件名无效",
        ErrorKind::BrokenPipe => "管道已关闭",
        ErrorKind::OutOfMemory => "内存不足",
        ErrorKind::Interrupted => "被中断",
        ErrorKind::TimedOut => "超时",
        // ELOOP, which has no kind that is stable.
        _ if cfg!(target_os = "linux") && number == 40 => "链接层层相套",
        _ => "系统拒绝",
    };
    Said { english, chinese: format!("{chinese}（os error {number}）") }
}
